import { readLanguage } from "../language-tag.js";
import type { Metadata } from "../pattern.js";
import type { Ask } from "../reading/ask.js";
import { target, text } from "./kinds.js";
import type { Note } from "./note.js";

export type Tongue = Pick<Metadata, "language" | "writtenLanguage" | "translationOf">;

/** The language of a pattern, and what it is a translation of. What is no language is observed, and kept as written. */
export function readTongue(ask: Ask, note: Note): Tongue {
  const stated = ask.one("language", text);
  const written = stated?.value.trim();
  const language = written ? readLanguage(written) : undefined;
  if (stated && written && language === undefined) {
    note("language-is-known", stated.keys.length > 0 ? stated.keys : ["language"], written);
  }
  const original = ask.one("translationOf", target)?.value.trim();
  return {
    ...(language === undefined ? {} : { language }),
    ...(written && written !== language ? { writtenLanguage: written } : {}),
    ...(original ? { translationOf: original } : {}),
  };
}
