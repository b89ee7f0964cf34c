import { de } from "./de.js";
import { en } from "./en.js";
import { es } from "./es.js";
import type { CardLanguage } from "./language.js";

/** Those whose words are known. A text in another is taken at its words less: a name in it is never an instruction. */
const LANGUAGES: Readonly<Record<string, CardLanguage>> = { de, en, es };

/** What is asked of a text on its way to a card. */
export interface Reading {
  isPitfall(head: string): boolean;
  isAside(head: string): boolean;
  isScope(lead: string): boolean;
  /** Whether a lead says by itself what to do, or how things are. */
  isWhole(lead: string): boolean;
  isInstruction(sentence: string): boolean;
  /** Whether a sentence tells what to do: an instruction, a rule, a question to ask. */
  tells(sentence: string): boolean;
  /** Whether a sentence says how things are, or what is hard. */
  isClaim(sentence: string): boolean;
  /** Whether a sentence speaks of the pattern or of the text that it stands in. */
  isComment(sentence: string): boolean;
  /** Whether a sentence tells what happened once. */
  narrates(sentence: string): boolean;
  /** Whether a sentence says what something is good for. */
  isBenefit(sentence: string): boolean;
  /** Whether a sentence points at what does not stand on a card, or leads to what would come next. */
  pointsAway(sentence: string): boolean;
  /** Whether a sentence says only that something matters. */
  isFiller(sentence: string): boolean;
  /** Whether a sentence, grammatical as it is, says nothing. */
  isHollow(sentence: string): boolean;
  /** Whether a sentence begins with a word for what stands before it. */
  leansOn(sentence: string): boolean;
  /** Whether it has a word for what stands sentences before. */
  refersFar(sentence: string): boolean;
  /** Whether it has such a word anywhere. */
  refersBack(sentence: string): boolean;
  withoutOrdinal(lead: string): string;
  /** Where a long sentence may end early: offsets of its commas. */
  clauseEnds(sentence: string): number[];
}

// A statement of three words is more often a name with a verb in it: “Making Work Visible”.
const FEWEST_OF_STATEMENT = 4;
const FEWEST_OF_SENTENCE = 6;

/** @param language BCP 47 */
export function readingOf(language: string): Reading {
  const own = LANGUAGES[language.split("-")[0] ?? ""];
  // Headings of a translation are often left as they were.
  const heads = own ? [...new Set([own, en])] : [en, de, es];
  const spoken = own ? [own] : [];
  const isScope = (lead: string): boolean => heads.some(({ scope }) => scope.test(lead));
  // `Remember (ten minutes)` is a name: what stands in brackets is not told.
  const isInstruction = (text: string): boolean =>
    spoken.some(({ instruction }) => instruction.test(text.replace(/\s*\([^)]*\)/g, "").trim()));
  const isComment = (text: string): boolean => spoken.some(({ commenting }) => commenting.test(text));
  const isClaim = (text: string): boolean => spoken.some(({ claim }) => claim.test(text));
  const tells = (text: string): boolean =>
    !isComment(text) && (isInstruction(text) || spoken.some(({ norm }) => norm.test(text) && !isClaim(text)));
  return {
    isPitfall: (head) => heads.some(({ pitfalls }) => pitfalls.test(head)),
    isAside: (head) => heads.some(({ asides }) => asides.test(head)),
    isScope,
    isInstruction,
    // Of a language whose words are not known, what its author ended as a sentence has to do.
    tells: own ? tells : isSentence,
    isClaim,
    isComment,
    narrates: (sentence) => spoken.some(({ narrating }) => narrating.test(sentence)),
    isBenefit: (sentence) => spoken.some(({ benefit }) => benefit.test(sentence)),
    isWhole: (lead) => isInstruction(lead) || isStatement(lead, spoken) || (isSentence(lead) && !isScope(lead)),
    pointsAway: (sentence) =>
      /[:：]$/.test(sentence) ||
      heads.some(({ pointing }) => pointing.test(sentence)) ||
      spoken.some(({ announcing }) => announcing.test(sentence)),
    isFiller: (sentence) => spoken.some(({ filler }) => filler.test(sentence)),
    isHollow: (sentence) => heads.some(({ hollow }) => hollow.test(sentence)),
    leansOn: (sentence) => spoken.some(({ leaning }) => leaning.test(sentence)),
    refersFar: (sentence) => spoken.some(({ distant }) => distant.test(sentence)),
    refersBack: (sentence) => spoken.some(({ referring }) => referring.test(sentence)),
    withoutOrdinal: (lead) => heads.reduce((text, { ordinal }) => text.replace(ordinal, ""), lead).trim(),
    clauseEnds: (sentence) =>
      spoken.flatMap(({ clauseEnd }) => [...sentence.matchAll(clauseEnd)].map(({ index }) => index)),
  };
}

/** What its author ended as one, and not a name with a full stop behind it. */
function isSentence(lead: string): boolean {
  return /[.!。！]$/.test(lead) && lead.split(" ").length >= FEWEST_OF_SENTENCE;
}

function isStatement(lead: string, spoken: readonly CardLanguage[]): boolean {
  if (/[?？]$/.test(lead)) return true;
  return lead.split(" ").length >= FEWEST_OF_STATEMENT && spoken.some(({ statement }) => statement.test(lead));
}
