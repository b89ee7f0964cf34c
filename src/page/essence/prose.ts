import type { Reading } from "./language/index.js";
import type { Passage } from "./passages.js";
import { splitSentences } from "./sentences.js";

/** What an author leaves where a text is still to come. */
const PLACEHOLDER = /^\W*(?:tbd|tba|todo|fixme|xxx|n\/a|to be (?:done|determined|written))\b\W*$/i;

/**
 * The sentences of passages that a card can show, by passage: without those that point at what does not stand on it, and
 * what leans on them. What a sentence with a colon leads to is told by it: behind the first sentences the text ends there.
 */
export function readProse(passages: readonly Passage[], language: string, reading: Reading): string[][] {
  const items: string[][] = [];
  for (const { text, leadsTo, isItem } of passages) {
    if (PLACEHOLDER.test(text) || (isItem && !isSentence(text))) continue;
    const sentences = splitSentences(text, language);
    const last = sentences.at(-1) ?? "";
    // “The map looks like this.”
    const kept = keepCertain(leadsTo && reading.refersBack(last) ? sentences.slice(0, -1) : sentences, reading);
    if (kept.length > 0) items.push(kept);
    if (/[:：]$/.test(last) && items.length > 0) break;
  }
  return items;
}

function keepCertain(sentences: readonly string[], reading: Reading): string[] {
  const kept: string[] = [];
  let isLost = false;
  for (const sentence of sentences) {
    isLost = reading.pointsAway(sentence) || (isLost && reading.leansOn(sentence));
    if (!isLost && !reading.isHollow(sentence)) kept.push(sentence);
  }
  return kept;
}

/** An item that is none is a piece of a list, or of the sentence that leads to it; a list is not shown as running text. */
function isSentence(item: string): boolean {
  return /[.!?:。！？：][)”"’»]*$/.test(item) && !/^\p{Ll}/u.test(item);
}
