import { pathOf } from "../front-matter/field-path.js";
import type { JsonObject, Metadata } from "../pattern.js";
import type { Ask, Given } from "../reading/ask.js";
import { readWords } from "./addresses.js";
import { entriesOf, text } from "./kinds.js";
import type { Note } from "./note.js";
import { contributors } from "./people.js";
import type { Listed } from "./rests.js";
import { sources } from "./works.js";

type Credit = Pick<Metadata, "contributors" | "sources" | "license" | "attribution">;

/** Who made a pattern, out of what, on what terms. An address that must not be used is observed, and kept in `extra`. */
export function readCredit(ask: Ask, note: Note): { credit: Credit; extra: JsonObject; lists: Listed[] } {
  const extra: JsonObject = {};
  const read = ({ value, keys }: Given<string>): string | undefined => {
    if (!value.trim()) return undefined;
    const words = readWords(value, keys, note);
    if (words === undefined) extra[pathOf(keys)] = value;
    return words;
  };
  const stated = ask.one("license", text);
  const license = stated && read(stated);
  const attribution = ask.one("attribution", text)?.value;
  const works = ask.all("sources", sources);
  const people = ask.all("contributors", contributors);
  const named = people
    .flatMap(({ value }) => entriesOf(value))
    .filter(({ name }) => name.trim() !== "")
    .map(({ rest: _, ...contributor }) => contributor);
  return {
    credit: {
      contributors: named.filter(({ name }, at) => named.findIndex((other) => other.name === name) === at),
      sources: works.flatMap(({ value, keys }) =>
        value.flatMap((source, at) =>
          source ? (read({ value: source.text, keys: [...keys, String(at)] }) ?? []) : [],
        ),
      ),
      ...(license === undefined ? {} : { license }),
      ...(attribution === undefined ? {} : { attribution }),
    },
    extra,
    // People named in a section are kept under the name of their field.
    lists: [...people.map(({ value, keys }) => ({ value, keys: keys.length > 0 ? keys : ["contributors"] })), ...works],
  };
}
