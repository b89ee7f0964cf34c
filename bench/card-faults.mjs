// What is wrong with a card, told by its words and by the Markdown that it is made of. Words and expressions of its own: what
// chooses the words of cards is not asked about itself. English, with the German and Spanish words that matter most.

/** The faults that are counted, with what they are called in the table. */
export const FAULTS = {
  labels: "how-to of labels only",
  bare: "list with a bare label in it",
  pitfall: "what goes wrong, as advice",
  pointing: "points at what is not on the card",
  leading: "ends where a colon leads on",
  cut: "a sentence cut",
  claim: "a finding or a claim as practice",
  story: "an anecdote in place of what it is",
  announced: "announces what does not follow",
  praise: "only says that it matters",
  orphan: "begins with a word for what is not there",
  nothing: "nothing of what to do",
  summary: "no summary, though there is one",
};

const HOW = /\b(?:steps|practices)\b/;
const WRONG =
  /pitfall|challenges|\brisks\b|anti-?pattern|gotcha|failure mode|common mistake|prerequisite|when not to|limitations|beware|fallstrick|herausforderung|voraussetzung|risiken|escollo|riesgos|errores comunes|requisitos previos/i;
const ABSENT = [
  /\b(?:table|figure|diagram|chart|list|matrix|section|example|code)s? (?:below|above|\d)/i,
  /\b(?:following|below|above|accompanying) (?:\w+ )?(?:table|figure|diagram|chart|list|matrix|section|example|steps|principles|practices)/i,
  /\b(?:see|shown|illustrated|listed|described|outlined|mentioned|noted) (?:in )?(?:the )?(?:table|figure|diagram|section|above|below|earlier)/i,
  /\bthe following\b(?! (?:day|week|month|year))|\bas follows\b|\bhere (?:are|is) (?:a|an|some|several|the)\b/i,
  /\b(?:siehe|die folgende tabelle|abbildung \d|véase|la siguiente tabla|figura \d)\b/i,
];

const CLAIM =
  /\b(?:(?:is|are) (?:often|highly|rarely|usually|typically|crucial|essential|important)|depends? on|can be (?:a|difficult|hard|complex|costly)|can significantly|plays? a \w+ role|most (?:people|quarrels|organi[sz]ations)|not all|time-consuming|error-prone|bottleneck|is not (?:a|just) \w+)\b/i;
const STORY =
  /^(?:[“"]|(?:By|On|In|At) (?:March|April|May|June|July|Monday|Saturday|Sunday|spring|half past|the (?:third|second) (?:spring|year))|(?:Ask|Only) (?:six|a hall|Doreen)|Two (?:households|allotment)|Ten years on|The (?:summer fair|stairwell|treasurer of))|\b(?:she|he|they|one|someone|somebody) (?:said|went|voted|came|found|asked|had been)\b|\bemptied\b|\bthis week and\b/;
const ANNOUNCED =
  /\b(?:two|three|four|five|several) (?:[\w-]+ ){0,2}(?:directions|needs|truths|scales|postures|levels|principles|practices)\.$|\b(?:set|series|number) of (?:[\w-]+ ){0,2}(?:principles|practices)\b.*\b(?:implemented|adopted)\b|\b(?:built|founded) (?:up)?on (?:a|the) (?:set|number)|^On one (?:side|hand)(?!.*\bother\b)/i;
const PRAISE =
  /\b(?:is|are) (?:also )?(?:a|an|another|the|one of the) (?:\w+ )?(?:key|core|critical|crucial|central|important|fundamental|essential) (?:practices?|principles?|components?|aspects?|steps?)\b[^,;:]*\.$|\b(?:is|are) (?:a|the) (?:cornerstone|backbone|hallmark)s? of\b[^,;:]*\.$/i;
const ORPHAN = /^(?:this|these|that|those|it|they|such|she|he)\b/i;

/**
 * @param card { summary, hasSummary, parts: [{ matter, items: [{ words, isPoint }] }] }
 * @param markdown the file that it is made of
 * @returns the keys of FAULTS that the card has
 */
export function findFaults({ summary, hasSummary, parts }, markdown) {
  const how = parts.filter(({ matter }) => HOW.test(matter));
  const points = how.flatMap(({ items }) => items.filter(({ isPoint }) => isPoint)).map(({ words }) => words);
  const all = [...(summary ? [summary] : []), ...parts.flatMap(({ items }) => items.map(({ words }) => words))];
  const isWrong = wrongIn(markdown);
  const told = {
    labels: points.length > 0 && points.every(isLabel),
    bare: points.some(isLabel),
    pitfall: points.some((words) => WRONG.test(words.split(/[:.]/)[0]) || isWrong(words)),
    pointing: all.some((words) => ABSENT.some((test) => test.test(words))),
    leading: all.some((words) => /:\s*…?$/.test(words)),
    cut: all.some((words) => /\s…$/.test(words)),
    claim: how.some(({ items }) => items.some(({ words }) => CLAIM.test(words) && !/\b(?:must|should)\b/.test(words))),
    story: parts.some(
      ({ matter, items }) => matter !== "tension" && items.some(({ words, isPoint }) => !isPoint && STORY.test(words)),
    ),
    announced: all.some((words) => ANNOUNCED.test(words)),
    praise: [...how, ...parts.filter(({ matter }) => matter === "principles")].some(({ items }) =>
      items.some(({ words }) => PRAISE.test(words)),
    ),
    orphan: parts.some(({ matter, items }) => matter !== "therefore" && ORPHAN.test(items[0]?.words ?? "")),
    nothing: ![...how, ...parts.filter(({ matter }) => matter === "therefore")].some(({ items }) => items.length > 0),
    summary: hasSummary && !summary,
  };
  return Object.keys(FAULTS).filter((key) => told[key]);
}

/** An audience, or a name of a few words: nothing that is said of it, and nothing to do. */
function isLabel(words) {
  const text = words.replace(/\s…$/, "").replace(/^(?:step|phase|schritt|paso) \w+[:.]? /i, "");
  if (/[:.!?,] \S+ \S+/.test(text) || /[:.] /.test(text)) return false;
  if (/^\W*(?:for|in|within|across|at|among|für|bei|para|en)\s/i.test(text)) return true;
  const [first = "", ...rest] = text
    .replace(/[^\p{L}\s'’-]/gu, " ")
    .trim()
    .split(/\s+/);
  if (rest.length < 3 && /\b(?:contexts?|settings?|environments?|considerations?)\W*$/i.test(text)) return true;
  if (rest.length > 3 || /[.!?]$/.test(text)) return false;
  return (
    /(?:tion|ity|ness|ance|ence|ism|ship|sis|ics|ive|ary|ous|ful|able|ible|ic|al)s?$/i.test(first) || rest.length === 0
  );
}

/** Whether words stand in the Markdown below a head of what goes wrong. */
function wrongIn(markdown) {
  let wrong = "";
  let isWrong = false;
  for (const line of markdown.split("\n")) {
    const heading = /^#{2,6}\s+(.+)/.exec(line) ?? /^\*\*([^*]+?):?\*\*:?\s*$/.exec(line.trim());
    if (heading) isWrong = WRONG.test(heading[1]);
    else if (isWrong) wrong += `${plain(line)} `;
  }
  return (words) => wrong.includes(plain(words.replace(/\s…$/, "")));
}

/** Words alone. */
function plain(text) {
  return text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
