import type { Metadata } from "../pattern.js";
import type { Ask } from "../reading/ask.js";
import { isSlug, toSlug } from "../slug.js";
import { text, texts } from "./kinds.js";
import type { Note } from "./note.js";

/** What a file is called where it does not say. */
export interface Names {
  /** Slug made from the file's path: no other file's. */
  slug: string;
  /** The file's own name, as it is written. */
  name: string;
}

/** Whether front matter is where titles are expected. */
interface Expected {
  isTitled: boolean;
}

/** github.com/jetify-com/typeid: a prefix, and 128 bits in Crockford's base 32. */
export const TYPE_ID = /^[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** What a pattern is called, now and before. A name that is missing or cannot serve is made, and observed. */
export function readIdentity(
  ask: Ask,
  names: Names & Expected,
  note: Note,
): Pick<Metadata, "id" | "slug" | "title" | "formerSlugs"> {
  const stated = ask.one("slug", text);
  const written = stated?.value.trim();
  const slug = written && isSlug(written) ? written : toSlug(written || names.slug);
  if (!stated || !written) note("slug-is-present", ["slug"], "no slug", slug);
  else if (slug !== written) note("slug-is-safe", keysOf(stated, "slug"), written, slug);
  const known = ask.one("id", text);
  const id = known?.value.trim() || `slug:${slug}`;
  if (!known) note("id-is-present", ["id"], "no id", id);
  else if (!TYPE_ID.test(id)) note("id-is-typeid", keysOf(known, "id"), id);
  const named = ask.one("title", text);
  const title = named?.value.trim() || names.name;
  // What only looks like a title may be none, unless a rule of the library says that titles stand there.
  if (names.isTitled && ["# *", "file", undefined].includes(ask.origins.title?.place))
    note("title-is-present", ["title"], "no title", title);
  const formerSlugs = ask.all("old_slugs", texts).flatMap(({ value }) => value);
  return { id, slug, title: title.replace(/\s+/g, " "), formerSlugs: [...new Set(formerSlugs)] };
}

function keysOf({ keys }: { keys: readonly string[] }, field: string): readonly string[] {
  return keys.length > 0 ? keys : [field];
}
