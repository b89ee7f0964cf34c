import { TemplateError } from "./template-files.js";
import type { Word, Words } from "./words.js";

/** What is wrong with the key of a word, and what would be right. */
export interface MisplacedWord {
  found: string;
  expected: string;
}

/**
 * Words with one of them replaced, or a new one added, by its dotted key: `contents`, `page_of.0`.
 * @throws TemplateError where the key leads to anything but one word
 */
export function overrideWord(words: Words, key: string, text: string): Words {
  const fault = misplaced(words, key);
  if (fault) throw new TemplateError(`words: ${key}: ${fault.found}; expected ${fault.expected}`);
  return put(words, key.split("."), text);
}

function put(words: Words, [step = "", ...rest]: readonly string[], text: string): Words {
  const inside = Object.hasOwn(words, step) ? words[step] : undefined;
  if (rest.length === 0) return { ...words, [step]: text };
  return { ...words, [step]: putInto(inside ?? {}, rest, text) };
}

function putInto(word: Word, steps: readonly string[], text: string): Word {
  const [step, ...rest] = steps;
  if (typeof word === "string") return text;
  if (!Array.isArray(word)) return put(word, steps, text);
  const at = Number(step);
  return word.toSpliced(at, 1, rest.length === 0 ? text : putInto(word[at] ?? {}, rest, text));
}

/**
 * Tells where a key leads to anything but one word: into a word, beside the entries of a list, or to several words. What
 * no locale has is a new word; so is what follows the last entry of a list.
 */
export function misplaced(words: Words, key: string): MisplacedWord | undefined {
  const steps = key.split(".");
  let at: Word = words;
  for (const [depth, step] of steps.entries()) {
    const name = steps.slice(0, depth).join(".");
    if (typeof at === "string") return { found: `“${name}” is one word`, expected: `the key ${name}` };
    if (Array.isArray(at)) {
      const entry: Word | undefined = /^(?:0|[1-9]\d*)$/.test(step) ? at[Number(step)] : undefined;
      if (step === String(at.length)) return undefined;
      if (entry === undefined) return { found: `“${name}” is a list of ${at.length}`, expected: listKeys(name, at) };
      at = entry;
      continue;
    }
    const next: Word | undefined = Object.hasOwn(at, step) ? at[step] : undefined;
    if (next === undefined) return undefined;
    at = next;
  }
  if (typeof at === "string") return undefined;
  const isList = Array.isArray(at);
  return {
    found: `“${key}” is ${isList ? "a list of words" : "the name of several words"}`,
    expected: listKeys(key, at),
  };
}

// So many keys are read at a glance.
const SHOWN = 4;

function listKeys(name: string, words: Word[] | Words): string {
  const keys = Object.keys(words).map((key) => `${name}.${key}`);
  return `one of the keys ${keys.slice(0, SHOWN).join(", ")}${keys.length > SHOWN ? " …" : ""}`;
}
