import { anyOf, type CardLanguage } from "./language.js";

/** Words that stand before a noun: what precedes them at the head of a phrase is a verb (`Ring a bell`), unless it is one of `NO_VERB`. */
const DETERMINER =
  "a|an|the|your|their|our|its|one|two|three|each|every|any|all|what|who|whom|how|where|this|that|these|those|it|them|people|everyone";
const NO_VERB =
  "for|in|at|within|across|among|inside|with|without|of|on|by|from|to|into|as|and|or|not|beyond|behind|before|after|under|over|through|toward|towards|between|around|about|against|during|beside|but|both|all|what|why|how|who|when|where|while|if|is|are|than|because|only|even|just|despite|like|per|such|half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred";

// Verbs that are hardly ever nouns: those that are (`plan`, `design`, `review`) are told by the word that follows.
const VERBS =
  "accept|acknowledge|adapt|adopt|agree|align|allocate|allow|analy[sz]e|anticipate|appoint|apply|articulate|ask|assemble|assess|assign|avoid|become|begin|bring|build|calculate|capture|celebrate|check|choose|clarify|co-?create|co-?design|collaborate|collect|combine|commission|commit|communicate|compare|compile|conduct|connect|consider|consult|convene|create|cultivate|decide|declare|define|delegate|deliver|deploy|describe|destigmatize|detect|determine|develop|differentiate|disclose|discover|discuss|distinguish|distribute|diversify|divide|do|don['’]t|draw|educate|eliminate|embed|embody|embrace|empower|enable|encourage|enforce|engage|ensure|enter|establish|evaluate|examine|expand|explain|explore|express|extract|facilitate|favou?r|find|follow|formali[sz]e|foster|gather|generate|give|go|grow|hear|help|hire|identify|implement|improve|include|incorporate|inform|install|instil|institute|integrate|interpret|interview|introduce|invest|invite|involve|iterate|keep|know|launch|learn|leave|let|leverage|listen|locate|maintain|make|manage|measure|minimi[sz]e|mitigate|name|negotiate|never|notice|nurture|observe|obtain|optimi[sz]e|organi[sz]e|orient|pause before|pay|perform|pick|prepare|preserve|prevent|prioriti[sz]e|produce|promote|protect|prove|provide|publish|read|reali[sz]e|recogni[sz]e|reconstruct|recruit|reduce|reflect|refine|reframe|reinforce|remember|remove|repeat|replace|resist|resolve|retain|reveal|rotate|run|say|schedule|secure|seek|select|send|separate|set|share|simplify|solicit|specify|speak|spend|start|stay|stop|strengthen|subsidi[sz]e|sustain|take|talk|teach|tell|tend|think|tie|transform|translate|treat|try|turn|understand|uncover|update|use|utili[sz]e|validate|verify|wait|walk|weave|welcome|write";

// What is counted where it is not named: weeks and metres are not.
const COUNTED =
  "directions|needs|truths|impulses|scales|levels|postures|forces|ways|phases|stages|steps|elements|principles|practices|pillars|parts|kinds|types|forms|dimensions|reasons|moves|questions|poles|sides|paths|fronts|layers|components|rules|tenets|ideas|things|traps|tasks";

export const en: CardLanguage = {
  pitfalls:
    /^(?!.*\b(?:overcom|manag|mitigat|address|reduc|embrac|shar|prevent|handl|navigat|tak|learn|assess|understand|navigat|anticipat)(?:e|ing|ion)\b).*\b(?:pitfalls?|challenges|risks?(?=\W*$|\s+(?:and|to|of|in|for|include)\b)|anti-?patterns?|gotchas?|failure modes?|warning signs?|red flags|obstacles|barriers|drawbacks|downsides?|limitations|caveats|dangers|mistakes to avoid|common (?:mistakes|errors|failures|traps|misconceptions|problems)|traps|misuses?|(?:what|things) to avoid|what (?:can|could|may) go wrong|what goes wrong|watch (?:out )?for|beware|(?<!and )when not to|when (?:this|it) (?:fails|does not)|where (?:this|it) fails|not (?:to|for) use)\b/i,
  asides:
    /^(?:\W*(?:the|some|key|common|main|critical|other|a note on|for)\s+)*(?:prerequisites?|preconditions?|requirements?|before you (?:begin|start)|considerations?|trade-?offs?|success (?:factors|indicators|criteria|metrics|measures)|indicators|metrics|measures of success|signs of (?:life|health|success)|examples?|illustrations?|diagrams?|figures?|tools?(?: and (?:resources|techniques|technologies))?|resources|references|further reading|timelines?|costs?|roles(?: and responsibilities)?|when to use|example in practice|case stud(?:y|ies)|templates?|checklists?|benefits|advantages|outcomes?|expected outcomes?)\b[^,]*$/i,
  ordinal:
    /^(?:(?:step|stage|phase|part|act|move|practice|principle)\s+(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|[ivx]+)\b\s*(?:[:.)–—-]+\s*|$))/i,
  scope:
    /^(?:(?:for|in|at|within|across|among|inside)\s[^,]*|.*\b(?:contexts?|settings?|environments?|sectors?|callout|translation|agencies|activists?|corporates?|government|movements?|public service|tech)(?:\s*[([—–:].*)?)$/i,
  pointing:
    /\b(?:first|second|third|last|next|left|right|middle|left-hand|right-hand|top|bottom)\s+(?:columns?|rows?)\b|\b(?:tables?|figures?|fig\.|diagrams?|charts?|graphs?|lists?|matrix|matrices|illustrations?|images?|drawings?|pictures?|sections?|chapters?|boxes|appendix|examples?|steps?|graphic|schema)\s*(?:\d+|[A-Z]\d|below|above|opposite|overleaf|that follows?)\b|\b(?:following|accompanying|below|above|attached|next|previous|preceding)\s+(?:[\w-]+\s+){0,2}(?:tables?|figures?|diagrams?|charts?|graphs?|lists?|matrix|illustrations?|images?|drawings?|pictures?|sections?|chapters?|examples?|steps?|graphic|code)\b|\bthis\s+(?:table|figure|diagram|chart|graph|matrix|list)\b|\b(?:this|the)\s+(?:table|figure|diagram|chart|graph|matrix|list|image|picture|drawing|section|chapter|article|example)\s+(?:shows?|lists?|gives?|illustrates?|summari[sz]es|presents?|depicts|outlines|describes|details|explores|explains|covers)\b|\bin\s+(?:the|this)\s+(?:table|figure|diagram|chart|graph|section|chapter|article|document)\b|\bthe following\b(?!\s+(?:day|week|month|year|morning|night|season|generation|meeting|round|spring|summer|autumn|winter))|\b(?:as|see|shown|described|listed|outlined|illustrated|discussed|mentioned|summari[sz]ed|noted|presented|detailed|given|explained|defined)\s+(?:\w+\s+){0,2}(?:below|above|earlier|in (?:section|table|figure|appendix|the (?:table|figure|diagram|introduction|core|key|overview|previous)))\b|\b(?<!\b(?:from|and|or) )(?:below|above)(?=[.,;:)])|\bas follows\b|\bhere (?:are|is) (?:a|an|the|some|several|\w+)\b|\(see\b|\bas (?:previously|already) (?:noted|mentioned|discussed)\b/i,
  announcing: anyOf(
    new RegExp(
      `\\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|various|some|a (?:few|number of|range of|series of|set of|variety of|handful of))\\s(?:[\\w-]+\\s){0,3}(?:${COUNTED})(?:\\s(?:simultaneously|at once|together))?\\.$`,
      "i",
    ),
    new RegExp(
      `\\b(?:built|founded|based|resting|rests|grounded|rooted|guided|governed|underpinned|shaped|characteri[sz]ed|defined)\\s(?:up)?(?:on|in|by)\\s(?:a|the|its|several|some)\\s(?:[\\w-]+\\s){0,3}(?:set|number|series|handful|collection|range|body|${COUNTED})\\b`,
      "i",
    ),
    /\b(?:series|number|set|range)\sof\s(?:[\w-]+\s){0,2}(?:practices|principles|steps)\b.*\b(?:implemented|adopted|followed|applied)\b|\b(?:adopt|follow|implement|employ|apply)s?\s(?:a|the)\s(?:series|number|set|range)\sof\b/i,
    /^(?:on|from)\s(?:the\s)?other\s(?:side|hand)\b|^(?:on|from)\s(?:the\s)?one\s(?:side|hand)\b(?!.*\bother\b)|^one\s(?:force|side|pole|pull)\b(?!.*\bother\b)|\bopposite directions\.$|\bpulls? (?:both|two) ways\.$/i,
  ),
  commenting: anyOf(
    /^not\s|^(?:this|the)\s(?:pattern|solution|mechanism|shift|key insight|insight|document|page|text|article|section|entry)\b(?!['’]s\b)/i,
    /^(?:this|it|that)\s(?:also\s)?(?:shifts?|works|operates|changes|reframes|matters|moves|means|is not|isn['’]t|is the (?:work|principle|shift|practice|art|heart|core|point))\b/i,
    /^(?:(?:think|imagine|picture|consider|take|say)\s(?:of\s)?(?:a|an|the case|this|it)\s(?:scenario|situation|invented|imaginary|fictional|example)\b|suppose\b|(?:think of|imagine|picture|consider)\s(?:a|an|the|this|it)\b)|\[[A-Z][\w' -]*\s(?:name|title|date|here)\]|^(?:as|in) (?:the|our) (?:introduction|overview)\b/i,
    /^(?:implementing|applying|adopting|practi[sc]ing)\s[^.]*\b(?:is|are)\s(?:not|a|an)\b/i,
  ),
  narrating:
    /\b(?:was|were|had|went|came|took|gave|began|wrote|knew|stood|drew)\b|(?<!\b(?:be|is|are|been|being|has|have|well|not|and|or)\s(?:\w+ly\s)?)\b(?:said|found|asked|voted|told|met|kept)\b|^[“"‘]|^(?:at|by|on|in)\s(?:half past|midsummer|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the (?:first|second|third|fourth|fifth|tenth) (?:spring|summer|autumn|winter|year))\b|\b(?:this|last) (?:week|month|year|spring|summer|autumn|winter)\b|\b(?:two|three|four|five|six|seven|nine|ten|\d+)\syears\s(?:ago|later|on)\b/i,
  norm: /\b(?:must|should|shall|cannot|may not|need to|needs to|has to|have to|(?:is|are) to(?= \p{Ll}+)|ought to|do not|don['’]t|never)\b|^(?:(?:each|every)(?! (?:day|week|month|year|spring|summer|autumn|winter|time)\b)|everyone|everybody|anyone|whoever|nobody|no one|no \p{L}+ (?:may|is|are)|all \p{L}+ (?:are|take|share))\b|[?]$/iu,
  claim: anyOf(
    /\b(?:(?:is|are)\s(?:often|highly|rarely|usually|frequently|typically|seldom|inherently|famously|not(?: always| all| just| only| merely| simply)?|crucial|critical|essential|fundamental|important|exceptionally|a (?:journey|team sport|significant|major|common|critical|key|finite)|well[- ]suited|the (?:foundation|basis|key|cornerstone|backbone))|depends?\s(?:heavily\s|largely\s)?(?:up)?on|(?:can|may|might)\s(?:be|become|significantly|have|lead to|result in|cause|make|also)|plays?\s(?:a|an)\s|have (?:all )?a role|faces?\s(?:a|an|the|many)|tends? to)\b/i,
    /\b(?:forced to|suffers?|struggles?|fails? to|difficult|time-consuming|error-prone|bottlenecks?|barriers?|challenges?|costly|tightly coupled|vulnerable to|most (?:people|quarrels|groups|failures|organi[sz]ations|projects))\b/i,
    /^(?:not all|few|most|many|one of the (?:most|biggest)|it is (?:often|easy|hard|difficult|common|important|essential|crucial)|while|although|though|unlike)\b/i,
  ),
  benefit: /\b(?:can be used (?:to|for)|(?:enables?|allows?|helps|provides?|ensures?|improves?|supports?) \p{L})/iu,
  filler: anyOf(
    /^(?:this|these|it|that)\s(?:is|are)\s(?:(?:perhaps|probably|arguably|often|also)\s)?(?:the|a|an|one of the|among the)\s(?:\w+(?:[ -]\w+)?\s)?(?:most|first|key|core|central|critical|crucial|foundational|fundamental|essential|important|vital|cornerstone|heart|best|well)\b|\b(?:is|are)\s(?:a|an|the|one of the)\s(?:\w+\s)?(?:key|core|central|critical|crucial|foundational|fundamental|essential|important|vital)\s(?:practices?|principles?|elements?|components?|aspects?|parts?|steps?|tenets?|concepts?)(?:\s(?:of|in|for|to)\s[^,;]*)?\.$|(?<!\bit\s)\b(?:is|are)\s(?:\w+ly\s)?(?:essential|crucial|critical|fundamental|foundational|important|paramount|key|vital|central)(?:\s(?:to|for|in)\s[^,;]*)?\.$/i,
    /^(?:(?:finally|also),?\s)?(?:the|a|an|another|one)\s(?:[\w-]+\s){0,4}(?:principles?|practices?|tenets?|steps?|elements?|pillars?|components?|aspects?)\b[^,;:]{0,60}\s(?:is|are)\s(?!to\b)(?:the\s(?:concept|notion|use|adoption|principle|practice|idea|development)\sof\s)?(?:[^\s,]+\s?){1,4}\.$/i,
    /\bis\sat\sthe\s(?:heart|core|cent(?:er|re))\sof\b[^,;]*\.$/i,
    /\b(?:is|are)\s(?:also\s)?(?:(?:a|an|the|another|one)\s)?(?:[\w-]+\s)?(?:cornerstones?|hallmarks?|pillars?|backbone|bedrock|linchpin|foundation|lifeblood|prerequisites?)\s(?:of|for)\b[^,;]*\.$/i,
    /\b(?:is|are)\s(?:also\s)?(?:(?:another|a|an|the|one)\s)?(?:(?:also|final|ongoing|and|further|closely|related|equally)\s)*(?:key|core|central|critical|crucial|foundational|fundamental|essential|important|vital|common|final)(?:\s(?:and\s\w+\s)?(?:practices?|principles?|elements?|components?|aspects?|parts?|steps?|tenets?|concepts?))?(?:\s(?:of|in|for|to|that|which|within)\s[^;]*)?\.$/i,
    /\bis not without its (?:challenges|difficulties|risks)\b/i,
    /^(?:(?:the|a)\s)?(?:other|key|core|main|common)\s(?:[\w-]+\s)?(?:practices|principles|steps|elements|components)\b.*\binclude\b/i,
    /^(?:at\s(?:the|its)\s(?:heart|core)[^,]*\s(?:is|lies)|first\sand\sforemost\sis)\s(?:the\s)?(?:principle|concept|practice|idea|role)\sof\s(?:[^\s,]+\s?){1,4}\.$/i,
    /\b(?:is|are)\snot\s(?:just|only|merely|simply)\b(?:(?!\b(?:but|also)\b|;).)*\.$/i,
  ),
  hollow:
    /(?<!\p{L})(?:is|are) (?:the|a|an|of|in|on|for|and|or|to|as|with|by|is) (?:vs\.|versus)\s|\s(?:vs\.|versus) (?:the|a|an|of|in|on|for|and|or|to|as|with|by|is)\.?$/iu,
  leaning:
    /^(?:this|that|these|those|it|they|he|she|such|here|there|but|and|or|so|yet|instead|however|furthermore|moreover|additionally|similarly|also|thus|then|second(?:ly)?|third(?:ly)?|another|conversely|for (?:example|instance)|in (?:addition|contrast)|on the other|both|each|rather|otherwise|neither|not)\b/i,
  distant: /\b(?:both|them|these|those|this|that (?!the\b)\p{L}+[.,:;])/iu,
  referring: /\b(?:it|its|them|they|their|this|that|these|those|such|here|him|her)\b/i,
  instruction: new RegExp(
    `^(?:(?:\\p{L}+ly|first|then|next|finally|only then|always|also),?\\s+)?(?:(?:${VERBS})\\b(?=[\\s,]+(?!of\\b)\\S)|(?!(?:${NO_VERB}|\\p{L}{3,}ing|\\p{L}+(?:tion|ly|(?<!s)s))\\b)\\p{L}[\\p{L}’'-]+\\s+(?:${DETERMINER})\\b)|^(?:for|in|at|within|across|before|after|when|if|once)\\s[^,]{3,60},\\s+(?:${VERBS})\\b`,
    "iu",
  ),
  statement:
    /\s(?:is|are|was|were|must|should|shall|can|cannot|can['’]t|will|won['’]t|may|has|have|does|do not|don['’]t|doesn['’]t|isn['’]t|aren['’]t|needs?|matters?|means|comes?|makes?|becomes?|begins?|works?|requires?)\s\S/i,
  clauseEnd:
    /,\s(?=(?:which|who|whose|where|while|whereas|because|since|so that|including|such as|rather than|instead of|ensuring|allowing|enabling|making|creating|leading|using|based|as well as|especially|particularly|without|with|from)\b)/gi,
};
