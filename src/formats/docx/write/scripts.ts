import type { Marks } from "../model.js";

/** A stretch of text that Word sets in one way. */
export interface Stretch {
  text: string;
  marks: Marks;
  /** Which of its fonts to take where characters are common to several scripts (ECMA-376, 17.18.41). */
  hint?: "eastAsia";
}

const RIGHT = "[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]";
const EAST = "[\\u1100-\\u11ff\\u2e80-\\ua4cf\\uac00-\\ud7af\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffef]";
const OTHER = new RegExp(`${RIGHT}|${EAST}`);
// What is between two words of a script belongs to it.
const STRETCHES = new RegExp(`(?<right>${RIGHT}+(?:[^\\p{L}]*${RIGHT}+)*)|(?<east>${EAST}+)|[^]`, "gu");

/**
 * Text in stretches of one script: Word must be told which words run from right to left, and in which language those of
 * East Asia are, for Han characters look different in each. What an element says of itself is left as it is.
 */
export function divideScripts(value: string, marks: Marks): Stretch[] {
  if (marks.rightToLeft !== undefined || !OTHER.test(value)) return [{ text: value, marks }];
  const stretches: Stretch[] = [];
  for (const { 0: text, groups } of value.matchAll(STRETCHES)) {
    const last = stretches.at(-1);
    if (groups?.right) stretches.push({ text, marks: { ...marks, rightToLeft: true, language: rightLanguage(text) } });
    else if (groups?.east)
      stretches.push({ text, marks: { ...marks, language: eastLanguage(text, marks) }, hint: "eastAsia" });
    else if (last?.marks === marks) last.text += text;
    else stretches.push({ text, marks });
  }
  return stretches;
}

function rightLanguage(text: string): NonNullable<Marks["language"]> {
  return { bidirectional: /[\u0590-\u05ff\ufb1d-\ufb4f]/.test(text) ? "he-IL" : "ar-SA" };
}

/** By kana and hangul, else by what the element says, else Chinese. */
function eastLanguage(text: string, { language }: Marks): NonNullable<Marks["language"]> {
  if (/[\u3040-\u30ff]/.test(text)) return { eastAsia: "ja-JP" };
  if (/[\u1100-\u11ff\uac00-\ud7af]/.test(text)) return { eastAsia: "ko-KR" };
  return { eastAsia: /^(zh|ja|ko)\b/i.test(language?.value ?? "") ? (language?.value ?? "zh-CN") : "zh-CN" };
}
