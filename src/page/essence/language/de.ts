import type { CardLanguage } from "./language.js";

const DETERMINER =
  "den|die|das|dem|der|ein|eine|einen|einem|einer|euch|dir|dich|sich|jede|jeden|jedes|alle|allen|nicht|keine|keinen|eure|euren|euer|deine|deinen|dein|ihre|ihren|unsere|unseren|es|sie|ihn|was|wer|wie|zuerst|gemeinsam|fest|auf|vor|ab|an";
const NO_VERB =
  "für|in|im|bei|beim|mit|ohne|von|vom|auf|aus|nach|vor|zu|zum|zur|über|unter|zwischen|durch|gegen|um|an|am|als|und|oder|aber|nicht|alle|jede|jeder|jedes|der|die|das|dem|den|ein|eine|wer|was|wie|wo|wann|warum|wenn|ob|dass|weil|während|trotz|statt|nur|auch|noch|es|sie|er|wir|ihr|ich|hier|da|dort|so";
/** Lower-case words that end as an infinitive does and are none. */
const NO_INFINITIVE =
  "außen|innen|oben|unten|allen|anderen|jeden|eigenen|vielen|beiden|einen|keinen|ihnen|denen|gegen|neben|zwischen|wegen|wollen|können|müssen|dürfen|sollen|werden|haben|sein";

export const de: CardLanguage = {
  pitfalls:
    /\b(?:(?:fallstrick|stolperstein|stolperfalle|fehlerquelle|herausforderung|risik|gefahr|hindernis|hürde|schwierigkeit|warnzeichen|warnsignal|anti-?muster|antipattern|schwachstelle)\p{L}*|häufige (?:fehler|irrtümer|probleme)|typische (?:fehler|irrtümer|probleme)|grenzen des musters|was schief ?geh\p{L}*|wann nicht|worauf (?:zu achten|ihr achten)|vorsicht|zu vermeiden)/iu,
  asides:
    /^(?:(?:die|einige|wichtige|weitere|zentrale)\s+)*(?:voraussetzungen?|vorbedingungen?|anforderungen|überlegungen|abwägungen|erfolgsfaktoren|erfolgskriterien|kennzahlen|anzeichen des erfolgs|beispiele?|abbildung(?:en)?|werkzeuge|hilfsmittel|quellen|literatur|zeitplan|kosten|rollen|vorteile|nutzen|wann (?:es )?passt|fallbeispiele?|vorlagen?|ergebnisse)(?!\p{L})[^,]*$/iu,
  ordinal:
    /^(?:(?:schritt|stufe|phase|teil|grundsatz|prinzip)\s+(?:\d+|eins|zwei|drei|vier|fünf|sechs|sieben|acht|[ivx]+)(?!\p{L})\s*(?:[:.)–—-]+\s*|$)|(?:erster|zweiter|dritter|vierter|fünfter) schritt\s*[:.–—-]+\s*)/iu,
  scope:
    /^(?:(?:für|in|im|bei|beim|innerhalb)\s[^,]*|.*(?:kontext|umfeld|umgebung|sektor|bereich|behörden|verwaltung|unternehmen|bewegungen)(?:en|s)?)$/iu,
  pointing:
    /(?<!\p{L})(?:ersten?|zweiten?|dritten?|letzten?|linken?|rechten?|mittleren?|obersten?|untersten?)\s+(?:spalten?|zeilen?)(?!\p{L})|(?:tabelle|abbildung|abb\.|grafik|diagramm|schaubild|bild|liste|übersicht|skizze|zeichnung|abschnitt|kapitel|anhang|schritt|beispiel)n?\s*(?:\d+|unten|oben|hierunter|rechts|links)(?!\p{L})|(?<!\p{L})(?:folgende[nrsm]?|nachfolgende[nrsm]?|nachstehende[nrsm]?|unten ?stehende[nrsm]?|neben ?stehende[nrsm]?|oben ?stehende[nrsm]?|obige[nrsm]?|vorige[nrsm]?|vorangehende[nrsm]?)(?!\p{L})(?!\s+(?:tage?|woche|monat|jahr|generation|sitzung|runde|morgen))|(?<!\p{L})diese[rsm]?\s+(?:tabelle|abbildung|grafik|diagramm|schaubild|abschnitt|kapitel)(?!\p{L})|(?<!\p{L})(?:die|der|das)\s+(?:tabelle|abbildung|grafik|diagramm|schaubild|abschnitt|kapitel|beispiel)\s+(?:zeigt|listet|gibt|fasst|enthält|stellt|beschreibt|führt)(?!\p{L})|(?<!\p{L})in (?:der|dem) (?:tabelle|abbildung|grafik|diagramm|schaubild)(?!\p{L})|(?<!\p{L})siehe(?!\p{L})|(?<!\p{L})(?:oben|unten)\s+(?:gezeigt|genannt|beschrieben|aufgeführt|erwähnt|dargestellt)|(?<!\p{L})wie (?:oben|unten|bereits|schon)(?!\p{L})|wie folgt|(?<!\p{L})(?:weiter )?(?:unten|oben)(?=[.,;:)])/iu,
  filler:
    /^(?:dies|das|es)\s(?:ist|sind)\s(?:\p{L}+\s){0,3}(?:wichtigste|zentrale|grundlegende|wesentliche|entscheidende|erste|bekannteste|häufigste)|(?:ist|sind)\s(?:ein|eine|der|die|das)\s(?:\p{L}+\s)?(?:wichtige|zentrale|grundlegende|wesentliche|entscheidende)[rsn]?\s(?:praxis|praktik|grundsatz|prinzip|bestandteil|element|schritt|teil)\p{L}*(?:\s[^,;]*)?\.$|(?:ist|sind)\s(?:sehr\s)?(?:wesentlich|entscheidend|wichtig|unerlässlich|grundlegend)\.$/iu,
  announcing:
    /(?<!\p{L})(?:zwei|drei|vier|fünf|sechs|sieben|mehrere|einige|viele)\s(?:\p{L}+\s){0,2}(?:richtungen|bedürfnisse|kräfte|ebenen|grundsätze\p{Ll}*|prinzipien|schritte\p{Ll}*|teile\p{Ll}*|arten|formen|fragen|seiten|säulen|phasen|stufen|gründe|dinge)\.$|^(?:einerseits|auf der einen seite)(?!.*(?:andererseits|anderen seite))/iu,
  commenting:
    /^(?:dieses|das)\s(?:muster|dokument|kapitel)(?!\p{L})|^(?:dies|das)\s(?:wirkt|verändert|verschiebt|ändert|ist nicht|heißt nicht)(?!\p{L})|^(?:stellt euch|denkt)\s(?:das|an)(?!\p{L})/iu,
  narrating:
    /(?<!\p{L})(?:war|waren|hatte|hatten|ging|gingen|sagte|sagten|kam|kamen|nahm|fand|fragte|stimmten|erzählte|gab|begann|trafen|schrieb|wusste|blieb|blieben|stand|standen)(?!\p{L})|^[„"]|^(?:am|im)\s(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|(?:ersten|zweiten|dritten|vierten|zehnten)\s(?:frühjahr|sommer|herbst|winter|jahr))(?!\p{L})/iu,
  norm: /(?<!\p{L})(?:muss|müssen|soll|sollen|sollte|sollten|darf|dürfen|niemals|nie)(?!\p{L})|(?<!\p{L})(?:ist|sind)\s.*\szu\s\p{Ll}+en\.?$|^(?:jede[rs]?|alle|niemand|wer|keine[rs]?)(?!\p{L})|[?]$/iu,
  claim:
    /(?<!\p{L})(?:(?:ist|sind)\s(?:oft|selten|meist|häufig|nicht immer|schwierig|schwer|wichtig|wesentlich|entscheidend)|hängt\s.*\sab|hängen\s.*\sab|kann\s(?:schwierig|teuer)|neigt|neigen|scheitert|scheitern|leidet|leiden)(?!\p{L})|^(?:nicht alle|die meisten|viele|obwohl|während)(?!\p{L})/iu,
  benefit:
    /(?<!\p{L})(?:ermöglicht|ermöglichen|erlaubt|hilft|helfen|verbessert|unterstützt|lässt sich nutzen)(?!\p{L})/iu,
  hollow:
    /(?<!\p{L})(?:ist|heißt) (?:der|die|das|ein|eine|von|im|in|für|und|oder|zu|als|mit) (?:vs\.|gegen)\s|\s(?:vs\.|gegen) (?:der|die|das|ein|eine|von|im|in|für|und|oder|zu|als|mit)\.?$/iu,
  leaning:
    /^(?:dies|diese|dieser|dieses|das|es|sie|er|solche|aber|und|oder|doch|dennoch|jedoch|stattdessen|außerdem|zudem|ebenso|auch|somit|dann|zweitens|drittens|umgekehrt|zum beispiel|beide|jede[rs]?|sonst|dabei|dadurch|damit|so)(?!\p{L})/iu,
  distant: /(?<!\p{L})(?:beide[nrsm]?|ihnen|diese[nrsm]?|dies)(?!\p{L})/iu,
  referring:
    /(?<!\p{L})(?:es|sie|ihn|ihm|ihnen|ihr|diese[rsmn]?|dies|jene[rsmn]?|davon|damit|dazu|daran|darüber|dabei|dort|hier|so)(?!\p{L})/iu,
  instruction: new RegExp(
    `^(?:(?!(?:${NO_VERB})(?!\\p{L}))\\p{Lu}\\p{Ll}+(?:t|e|en|g|h|m|n|b|l|s|r)\\s+(?:${DETERMINER})(?!\\p{L})|(?!Zu\\s).*\\s(?!(?:${NO_INFINITIVE})\\P{L}*$)\\p{Ll}+(?:en|ern|eln)[.!]?$|(?:Nie|Niemals|Nicht)\\s)`,
    "u",
  ),
  statement:
    /\s(?:ist|sind|war|waren|muss|müssen|soll|sollen|sollte|sollten|kann|können|darf|dürfen|wird|werden|hat|haben|braucht|brauchen|gilt|gelten|heißt|kommt|macht|bleibt|bleiben)(?!\p{L})/iu,
  clauseEnd:
    /,\s(?=(?:die|der|das|was|wo|während|weil|da|damit|sodass|so dass|ohne|statt|etwa|zum Beispiel|oft|um|indem|obwohl)(?!\p{L}))/giu,
};
