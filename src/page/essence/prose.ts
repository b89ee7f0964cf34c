import type { Reading } from "./language/index.js";
import type { Passage } from "./passages.js";
import { splitSentences } from "./sentences.js";

/** What an author leaves where a text is still to come. */
const PLACEHOLDER = /^\W*(?:tbd|tba|todo|fixme|xxx|n\/a|to be (?:done|determined|written))\b\W*$/i;

/**
 * The sentences of passages that a card can show, by passage: without those that point at what does not stand on it, and
 * what leans on them; of what is left, those that belong to the matter, and not what leans on the others. What a sentence with a colon leads to is told by it: behind the first sentences the text ends there.
 */
export function readProse(
  passages: readonly Passage[],
  language: string,
  reading: Reading,
  belongs: (sentence: string) => boolean = () => true,
): string[][] {
  const items: string[][] = [];
  // What leans on the words before a section leans on nothing that a card shows.
  let isLost = true;
  for (const { text, leadsTo, isItem } of passages) {
    if (PLACEHOLDER.test(text) || (isItem && !isSentence(text))) continue;
    const sentences = splitSentences(text, language);
    const last = sentences.at(-1) ?? "";
    // “The map looks like this.”
    const own = leadsTo && reading.refersBack(last) ? sentences.slice(0, -1) : sentences;
    const kept: string[] = [];
    for (const sentence of joinContrasts(own)) {
      isLost = reading.pointsAway(sentence) || !belongs(sentence) || (isLost && leans(sentence, reading));
      if (!isLost && !reading.isHollow(sentence)) kept.push(sentence);
    }
    if (kept.length > 0) items.push(kept);
    if (/[:：]$/.test(last) && items.length > 0) break;
  }
  return items;
}

/** “Each keeper has a key” leans on nothing, where what stands before it is not shown. */
const BEGINS_ANEW = /^(?:each|both|not|jede[rs]?|beide|nicht|cada|ambos|ambas|no)(?!\p{L})/iu;
/** `Empty it`: in so many words from its beginning, a pronoun means something before its sentence. */
const OPENING = 3;

function leans(sentence: string, reading: Reading): boolean {
  const opening = sentence.split(" ").slice(0, OPENING).join(" ");
  return (reading.leansOn(sentence) && !BEGINS_ANEW.test(sentence)) || reading.refersBack(opening);
}

const ONE_SIDE =
  /^(?:on|from) (?:the )?one (?:side|hand)\b|^one (?:force|side|pole)\b|^(?:einerseits|auf der einen seite|por un lado|por una parte)(?!\p{L})/iu;
const OTHER_SIDE =
  /^(?:on|from) the other\b|^the other\b|^(?:andererseits|auf der anderen seite|por (?:el )?otro|por (?:la )?otra)(?!\p{L})/iu;

/** One side of a contrast says half: both are one sentence. */
function joinContrasts(sentences: readonly string[]): string[] {
  const joined: string[] = [];
  for (const sentence of sentences) {
    const before = joined.at(-1);
    if (before !== undefined && ONE_SIDE.test(before) && OTHER_SIDE.test(sentence))
      joined.push(`${joined.pop()} ${sentence}`);
    else joined.push(sentence);
  }
  return joined;
}

/** An item that is none is a piece of a list, or of the sentence that leads to it; a list is not shown as running text. */
function isSentence(item: string): boolean {
  return /[.!?:。！？：][)”"’»]*$/.test(item) && !/^\p{Ll}/u.test(item);
}
