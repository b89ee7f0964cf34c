import type { Reading } from "./language/index.js";
import type { Point } from "./points.js";
import { isClosed } from "./sentences.js";

/** A longer sentence ends early, where it can: a point is read at a glance. In characters. */
const GLANCE = 110;
/** One longer than this is not said at all. */
const LONGEST = 160;
/** A shorter sentence says nothing, */
const SHORTEST = 15;
/** nor does a shorter beginning of one. */
const SHORTEST_CLAUSE = 50;
/** So many sentences are looked through for one that tells what to do. */
const NEAR = 4;
/** A name of fewer words is a bare noun: it tells nothing alone. */
const FEWEST_OF_NAME = 4;
const SENTENCE = /[.!。！]$/;

/**
 * The points of a section as a card says them: a lead that tells what to do stands alone, a name or an audience takes its
 * sentence's first clause. A name without one is passed over, but for those of several words where `named`: principles and
 * pitfalls are known by their names.
 */
export function sayPoints(points: readonly Point[], reading: Reading, { named }: { named: boolean }): string[] {
  const own = points.map((point) => ({ ...point, lead: reading.withoutOrdinal(point.lead) }));
  const general = own.filter(({ lead }) => !reading.isScope(lead) || reading.isWhole(lead));
  // A point that holds only for some readers is left out if enough points hold for all.
  const enough = general.filter(({ lead }) => reading.isWhole(lead)).length > 1;
  const said = (enough ? general : own).map((point) => sayPoint(point, reading, named));
  return [...new Set(said.filter((text) => text !== undefined).map(capitalise))];
}

function sayPoint({ isName: isSetApart, lead, rest }: Point, reading: Reading, named: boolean): string | undefined {
  if (reading.pointsAway(lead) || reading.isFiller(lead)) return undefined;
  if (!named && !isSetApart && SENTENCE.test(lead) && !reading.tells(lead)) return tellIn(rest, reading);
  if (lead.length > GLANCE) return shortenToClause(lead, reading);
  if (named ? reading.isWhole(lead) || isName(lead) : reading.tells(lead)) return lead;
  const clause = reading.isScope(lead) && !named ? tellIn(rest, reading) : clauseOf(rest, reading, named);
  if (clause === undefined) return undefined;
  if (!clause.includes(lead)) return join(lead, clause);
  // Words inside a sentence stand for the whole sentence, which must be understandable alone.
  const leans = reading.leansOn(clause) || reading.refersBack(clause);
  return lead !== "" && leans && !clause.startsWith(lead) ? undefined : clause;
}

/** What is a sentence of its author's, and neither tells what to do nor is a name, is no practice; one behind it may be. */
function tellIn(rest: readonly string[], reading: Reading): string | undefined {
  const told = rest.slice(0, NEAR).find(
    (sentence, at) =>
      reading.tells(sentence) &&
      !reading.pointsAway(sentence) &&
      isWholeText(sentence) &&
      // Behind the first, what it leans on is not shown.
      !(reading.leansOn(sentence) || (at > 0 && reading.refersBack(sentence))),
  );
  return told === undefined ? undefined : shortenToClause(told, reading);
}

/** Words in the middle of a sentence are no name. */
function isName(lead: string): boolean {
  return lead.split(" ").length >= FEWEST_OF_NAME && !/^\p{Ll}/u.test(lead);
}

/** The first clause of the sentence that says most surely what a point is: of the first few, one that tells what to do. */
function clauseOf(rest: readonly string[], reading: Reading, named: boolean): string | undefined {
  const telling = rest.slice(0, NEAR).filter((sentence) => !reading.isFiller(sentence));
  const near = telling.filter(
    (sentence, at) =>
      !reading.pointsAway(sentence) &&
      isWholeText(sentence) &&
      (at === 0 || !(reading.leansOn(sentence) || reading.refersBack(sentence))),
  );
  const told = named ? undefined : near.find((sentence) => reading.isInstruction(sentence));
  // How things are, and what is hard about them, is no practice.
  const sure = named ? near : near.filter((sentence) => !reading.isClaim(sentence));
  for (const sentence of told === undefined ? sure : [told, ...sure]) {
    const clause = shortenToClause(sentence, reading);
    // Short of its last clause, a sentence may say nothing.
    if (clause !== undefined && !reading.isFiller(clause)) return clause;
  }
  return undefined;
}

/** A sentence, or its first clause where it is long and has one that stands by itself. */
function shortenToClause(sentence: string, reading: Reading): string | undefined {
  if (sentence.length < SHORTEST) return undefined;
  if (sentence.length <= GLANCE) return sentence;
  const end = [...breaksOf(sentence), ...reading.clauseEnds(sentence)]
    .sort((a, b) => a - b)
    .find((place) => place >= SHORTEST_CLAUSE && place <= LONGEST && isWholeText(sentence.slice(0, place)));
  if (end !== undefined) return `${sentence.slice(0, end).trimEnd()}.`;
  return sentence.length <= LONGEST ? sentence : undefined;
}

/** A semicolon, or the only dash: of two the second may close what the first opens. */
function breaksOf(sentence: string): number[] {
  const dashes = [...sentence.matchAll(/\s[–—]\s|—/g)];
  const semicolons = [...sentence.matchAll(/;\s/g)];
  return [...semicolons, ...(dashes.length === 1 ? dashes : [])].map(({ index }) => index);
}

/** Nothing is cut within brackets or a quotation. */
function isWholeText(text: string): boolean {
  const count = (signs: RegExp): number => text.match(signs)?.length ?? 0;
  return isClosed(text) && count(/[([{]/g) === count(/[)\]}]/g);
}

function join(lead: string, clause: string): string {
  return /[.!?。！？]$/.test(lead) ? `${lead} ${clause}` : `${lead}: ${clause}`;
}

/** A point begins with a capital, unless its first word is somebody's spelling: `iCal`. */
function capitalise(text: string): string {
  return /^\p{Ll}+(?!\p{L})/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
