import type { Metadata } from "../pattern.js";
import { isSlug, toSlug, toWords } from "../slug.js";
import type { DocumentFields } from "./document.js";
import type { Note } from "./note.js";

/** What a file is called where it does not say. */
export interface Names {
  /** Slug made from the file's path: no other file's. */
  slug: string;
  /** The file's own name, as a slug. */
  name: string;
  /** First heading of the body, if it has one. */
  heading?: string;
}

/** github.com/jetify-com/typeid: a prefix, and 128 bits in Crockford's base 32. */
export const TYPE_ID = /^[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** What a pattern is called, now and before. A name that is missing or cannot serve is made, and observed. */
export function readIdentity(
  fields: DocumentFields,
  names: Names,
  note: Note,
): Pick<Metadata, "id" | "slug" | "title" | "formerSlugs"> {
  const written = fields.slug?.trim();
  const slug = written && isSlug(written) ? written : toSlug(written || names.slug);
  if (!written) note("slug-is-present", ["slug"], "no slug", slug);
  else if (slug !== written) note("slug-is-safe", ["slug"], written, slug);
  const id = fields.id?.trim() || `slug:${slug}`;
  if (!fields.id?.trim()) note("id-is-present", ["id"], "no id", id);
  else if (!TYPE_ID.test(id)) note("id-is-typeid", ["id"], id);
  const title = fields.title?.trim() || names.heading || toWords(written ? slug : names.name);
  if (!fields.title?.trim()) note("title-is-present", ["title"], "no title", title);
  return { id, slug, title: title.replace(/\s+/g, " "), formerSlugs: readFormerSlugs(fields) };
}

/** `old_slugs`, and the last segments of a site's redirects. */
function readFormerSlugs(fields: DocumentFields): string[] {
  const redirects = (fields.redirect_from ?? []).map((path) => path.replace(/\/+$/, "").split("/").at(-1) ?? "");
  return [...new Set([...(fields.old_slugs ?? []), ...redirects].filter((slug) => slug !== ""))];
}
