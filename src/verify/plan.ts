import { join } from "node:path";
import { imageKey } from "../library/images.js";
import type { Library } from "../library/library.js";
import { resolveLink } from "../library/links/resolve.js";
import type { Omission, Pattern } from "../library/pattern.js";
import { findWebPage } from "../library/web-address.js";
import type { EditionName } from "./account.js";
import { decode } from "./compare/addresses.js";
import type { Targets } from "./compare/compare.js";
import { expectFields, expectTextFields, type Field } from "./fields.js";
import { ebookOf, type Listed, type ListedText, type Manifest, type TextPlace } from "./manifest.js";

/** What a thread needs to know of a pattern, or of a text of the book, to read and compare it: plain data. */
export interface Job {
  /** The source file, and the same relative to the library's folder. */
  path: string;
  file: string;
  slug: string;
  title: string;
  /** What a text of the book is in it. */
  text?: TextPlace;
  omissions: Omission[];
  /** Lines of the front matter that a rule reads otherwise than they are written. */
  named: { line: number; rule: string }[];
  targets: Record<EditionName, Targets>;
  links: { href: string; text: string; line: number }[];
  /** Addresses of pictures that can be shown. */
  shown: string[];
  fields: Record<EditionName, Field[]>;
  print: (NonNullable<Listed["print"]> & { end: number | null }) | null;
  epub: { path: string; file: string } | null;
  handout: string | null;
}

/** What is to be verified, in the order of the manifest: patterns of the library that it lists, and its texts. */
export function planJobs(library: Library, manifest: Manifest, folder: string): Job[] {
  const patterns = new Map([...library.byId.values()].map((pattern) => [pattern.source.path, pattern]));
  const texts = new Map(library.matter.map((text) => [text.source.path, text]));
  const plan = openPlan(library, manifest, folder);
  return [
    ...manifest.patterns.flatMap((listed, at): Job[] => {
      const pattern = patterns.get(listed.source);
      const next = manifest.patterns[at + 1]?.print;
      const end = next?.volume === listed.print?.volume ? (next?.page ?? null) : null;
      return pattern ? [plan(pattern, listed, end)] : [];
    }),
    ...manifest.texts.flatMap((listed): Job[] => {
      const text = texts.get(listed.source);
      if (!text) return [];
      const job = plan(text, { ...listed, handout: null }, firstAfter(listed, manifest));
      return [{ ...job, text: listed.as, fields: expectTextFields(text) }];
    }),
  ];
}

/** Where the patterns go on after the page on which a text stands. */
function firstAfter({ print }: ListedText, { patterns }: Manifest): number | null {
  const pages = patterns.flatMap((pattern) =>
    print && pattern.print?.volume === print.volume && pattern.print.page > print.page ? [pattern.print.page] : [],
  );
  return pages.length > 0 ? Math.min(...pages) : null;
}

function openPlan(library: Library, manifest: Manifest, folder: string) {
  const published = new Map<string, Placed>([...manifest.patterns, ...manifest.texts].map((each) => [each.id, each]));
  const sourceOf = (id: string): Pattern | undefined => library.byId.get(id) ?? library.texts.byId.get(id);
  return (pattern: Pattern, listed: Listed, end: number | null): Job => {
    const { print } = listed;
    return {
      path: join(folder, listed.source),
      file: listed.source,
      slug: listed.slug,
      title: listed.title,
      omissions: pattern.body.omissions,
      named: namedLines(pattern),
      targets: {
        pdf: targetsOf(pattern, library, (id) => inVolume(published.get(id), print?.volume)),
        epub: targetsOf(pattern, library, (id) => inEbook(sourceOf(id), published.get(id), listed, manifest)),
        docx: targetsOf(pattern, library, (id) => fromHandout(sourceOf(id), published.get(id))),
        jsonld: Object.fromEntries(pattern.body.links.map(({ href }) => [decode(href), href])),
      },
      links: pattern.body.links.map(({ href, text, place }) => ({ href, text, line: place.line })),
      shown: pattern.body.images.flatMap(({ src }) => (isShown(library, pattern, src) ? [src] : [])),
      fields: expectFields(pattern),
      print: print && { ...print, end },
      epub: listed.epub === null ? null : ebookOf(manifest, listed.epub),
      handout: listed.handout,
    };
  };
}

/** A pattern or a text as the manifest lists it. */
type Placed = Pick<Listed, "slug" | "print" | "epub"> & { handout?: string | null };

/** A level of universality is one of a few words, whichever of them is written. */
function namedLines({ places }: Pattern): Job["named"] {
  const levels = Object.entries(places).filter(([field]) => /(?:^|\.)universality$/.test(field));
  return levels.map(([, { line }]) => ({ line, rule: "universality-is-known" }));
}

function targetsOf(
  pattern: Pattern,
  library: Library,
  toPattern: (id: string) => string | null,
): Record<string, string | null> {
  return Object.fromEntries(
    pattern.body.links.map(({ href }) => {
      const target = resolveLink(href, pattern, library);
      if (target.kind === "address") return [decode(href), target.href];
      return [decode(href), target.kind === "dead" ? null : toPattern(target.id)];
    }),
  );
}

/** Another volume is named in print, with its page: paper has no links to other files. */
function inVolume(target: Placed | undefined, volume: number | undefined): string | null {
  return target?.print && target.print.volume === volume ? `pattern:${target.slug}` : null;
}

/** Another e-book of the set has no place that a link could lead to: its patterns are linked on the web. */
function inEbook(
  target: Pattern | undefined,
  listed: Placed | undefined,
  from: Placed,
  manifest: Manifest,
): string | null {
  if (!listed?.epub || !from.epub) return null;
  const same = ebookOf(manifest, listed.epub).path === ebookOf(manifest, from.epub).path;
  return same ? `pattern:${listed.slug}` : onWeb(target);
}

/** A handout goes from hand to hand: it leads to the web, else to the file beside it. */
function fromHandout(target: Pattern | undefined, listed: Placed | undefined): string | null {
  return onWeb(target) ?? listed?.handout?.split("/").at(-1) ?? null;
}

function onWeb(target: Pattern | undefined): string | null {
  return (target && findWebPage(target)) ?? null;
}

function isShown({ images }: Library, pattern: Pattern, src: string): boolean {
  const image = images.get(imageKey(pattern, src));
  return image !== undefined && !("refused" in image);
}
