/** Somebody as a list of authors names them, and what they are said to belong to. */
export interface Named {
  name: string;
  affiliation?: string;
}

// A first and a last name at least: of one word nobody knows what it is.
const PERSON = String.raw`[^\s(),@]+(?:[ \t]+[^\s(),@]+)+?`;
const BRACKETS = new RegExp(String.raw`^(${PERSON})[ \t]*\(([^()]+)\)$`, "u");
const DASH = new RegExp(String.raw`^(${PERSON})[ \t]+(?:[-–—|@]|at)[ \t]+(\S.*)$`, "u");
const COMMA = new RegExp(String.raw`^(${PERSON}),[ \t]*(\S.*)$`, "u");
// What a company, a school or a house of learning has in its name.
const HOUSE =
  /(?<![\p{L}])(?:inc|ltd|llc|llp|gmbh|ag|se|corp|corporation|co|company|group|plc|b\.?v|s\.?a|oy|ab|bank|university|universit[äé]t?|universidad|institut[eo]?|college|school|labs?|laboratory|foundation|stiftung|fundación|association|society|technolog(?:y|ies)|systems|software|solutions|consulting|partners|council|agency|ministry|department)(?![\p{L}])/iu;
// What stands behind a name and is part of it.
const SUFFIX = /^(?:jr|sr|ph\.?\s?d|m\.?d|m\.?a|b\.?a|esq|i{1,3}|iv)\.?$/i;

/**
 * Separates a person's name from where they work: `Jane Doe (Acme Inc)`, `Jane Doe - Acme`, `Jane Doe, Acme`. Words in
 * small letters and figures (a year, a role) stay with the name, and so does anything that may be a name itself.
 */
export function partAffiliation(written: string): Named {
  const text = written.trim();
  const [, named, within] = BRACKETS.exec(text) ?? DASH.exec(text) ?? [];
  if (named && within && /^\p{Lu}/u.test(within) && !SUFFIX.test(within)) {
    return { name: named, affiliation: within.trim() };
  }
  const [, before, after] = COMMA.exec(text) ?? [];
  return before && after && isHouse(after) ? { name: before, affiliation: after.trim() } : { name: text };
}

/** Whether some words name a house rather than a person: by what stands in them, or one word in capitals or of two. */
export function isHouse(words: string): boolean {
  const text = words.trim();
  if (SUFFIX.test(text)) return false;
  return (
    HOUSE.test(text) || /^(?=\S*\p{Lu}\S*\p{Lu})[\p{L}\p{N}&.-]+$/u.test(text) || /^\p{Lu}[\p{L}\p{N}&-]+$/u.test(text)
  );
}
