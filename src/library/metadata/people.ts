import { z } from "zod";
import { isHouse, type Named, partAffiliation } from "./affiliation.js";
import { asRest, listOf, text } from "./kinds.js";

// In falling order of how well each names somebody.
const NAMES = ["name", "full_name", "fullname", "display_name", "author", "person", "contributor"] as const;
const GIVEN = ["given", "given_name", "first", "first_name", "firstname"] as const;
const FAMILY = ["family", "family_name", "last", "last_name", "lastname", "surname"] as const;
const HANDLES = ["login", "username", "github", "handle", "organization", "organisation", "email"] as const;

const fields = [...NAMES, ...GIVEN, ...FAMILY, ...HANDLES];
const person = z.looseObject({
  ...Object.fromEntries(fields.map((field) => [field, text.nullish()])),
  role: text.nullish(),
});

/** A person or a group: a name, or a map that names somebody in one of the usual ways. */
const contributor = z.union([
  text.transform(readName),
  person.transform((written, context) => {
    const { name, used } = nameOf(written);
    if (!name) {
      context.addIssue({ code: "custom", message: "a name" });
      return z.NEVER;
    }
    const role = written.role == null ? {} : { role: String(written.role) };
    const rest = Object.entries(written).filter(([key]) => key !== "role" && !used.includes(key));
    return { name, ...role, rest: asRest(Object.fromEntries(rest)) };
  }),
]);

export const contributors = listOf(contributor, splitNames);

function nameOf(written: Record<string, unknown>): { name: string | undefined; used: string[] } {
  const first = (keys: readonly string[]): string[] => {
    const key = keys.find((one) => typeof written[one] === "string" && written[one].trim() !== "");
    return key === undefined ? [] : [key];
  };
  const whole = first(NAMES);
  const parts = [...first(GIVEN), ...first(FAMILY)];
  const used = [whole, parts, first(HANDLES)].find((keys) => keys.length > 0) ?? [];
  const name = used.map((key) => String(written[key]).trim()).join(" ");
  return { name: name || undefined, used };
}

/** `Ada Glow <ada@example.org>`, as mail and package registries write it; `[Ada Glow](https://…)`, as Markdown does. */
function readName(written: string): Named & { rest: ReturnType<typeof asRest> } {
  const [, name, email] = /^\s*([^<>]*\S)\s*<([^<>\s]+@[^<>\s]+)>\s*$/.exec(written) ?? [];
  if (name && email) return { name, rest: { email } };
  const [, words, url] = /^\s*\[([^[\]]*\S)\]\(([^()\s]+)\)\s*$/.exec(written) ?? [];
  if (words && url) return { ...partAffiliation(words), rest: { url } };
  const [, linked, address, more] = /^\s*\[([^[\]]*\S)\]\(([^()\s]+)\)\s*(\S.*)$/.exec(written) ?? [];
  if (linked && address) return { ...partAffiliation(`${linked} ${more}`), rest: { url: address } };
  return { ...partAffiliation(written), rest: {} };
}

/**
 * One text that names several. `Glow, Ada` is one person, and so may `Ada, Grace` be: a comma parts names only where
 * there are two of it, where every piece has two words, or where all are handles in small letters.
 */
function splitNames(written: string): string[] {
  if (written.includes(";")) return written.split(";").filter((name) => name.trim() !== "");
  // A comma in brackets is theirs.
  const pieces = written.split(/,(?![^()]*\))/).map((piece) => piece.trim());
  if (pieces.some((piece) => piece === "" || /^(?:jr|sr|ph\.?d|m\.?d|i{1,3}|iv)\.?$/i.test(piece))) return [written];
  // `Jane Doe, Acme Inc` is one person, and each name before it is one too.
  if (pieces.length === 2 && /\S\s+\S/.test(pieces[0] ?? "") && isHouse((pieces[1] ?? "").replace(/\([^()]*\)/g, "")))
    return [written];
  const areNames = pieces.every((piece) => /\S\s+\S/.test(piece));
  const areHandles = pieces.every((piece) => /^@?[a-z][\w.-]*$/.test(piece) && piece === piece.toLowerCase());
  return pieces.length > 2 || areNames || areHandles ? pieces.flatMap(splitAtAnd) : splitAtAnd(written);
}

// Words of a name with capitals, and what stands between them in small letters: `Ludwig van Beek`.
const WHOLE_NAME = /^\p{Lu}[\p{L}.’'-]*(?: (?:v[ao]n|de[rnl]?|d[aiou]|la|le|zu|\p{Lu}[\p{L}.’'-]*)){1,4}$/u;

/** `Ada Glow and Grace Hope` are two; `Smith and Sons` and `Institute of Art and Design` are one. */
function splitAtAnd(written: string): string[] {
  const pieces = written.replace(/^and /, "").split(/ (?:and|&|und|et|y) /);
  return pieces.every((piece) => WHOLE_NAME.test(piece.trim()) && !isHouse(piece)) ? pieces : [written];
}
