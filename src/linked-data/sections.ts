import { isFootnotes } from "../library/body/footnotes.js";
import { toPlainText } from "../library/body/plain-text.js";
import type { Body, NumberedPattern } from "../library/pattern.js";
import type { Iris } from "./iri.js";
import { toLanguageMap } from "./language.js";
import type { Node } from "./node.js";

/** The sections of a body in order, as Markdown; the notes at its foot, which stand in that of who calls them, come last as text. */
export function describeSections(pattern: NumberedPattern, body: Body, language: string, iris: Iris): Node[] {
  const sections = body.sections.map(({ id, role, title, markdown }, at): Node => {
    return {
      "@id": iris.detail(pattern, withoutPrefix(id, pattern.slug)),
      "@type": "Section",
      position: at + 1,
      sectionRole: role,
      ...(title ? { name: title, prefLabel: toLanguageMap(language, title) } : {}),
      markdown,
    };
  });
  return [...sections, ...describeFootnotes(pattern, body, sections.length + 1, iris)];
}

/** In a body's tree every id begins with its pattern's slug; in an IRI the slug stands already. */
export function withoutPrefix(id: string, slug: string): string {
  return id.startsWith(`${slug}--`) ? id.slice(slug.length + 2) : id;
}

/** Footnotes stand in the Markdown of the section that cites them; only their plain text is apart. */
export function tellFootnotes({ tree }: Body): string | undefined {
  const notes = tree.children.filter(isFootnotes);
  return notes.length === 0 ? undefined : toPlainText(notes);
}

function describeFootnotes(pattern: NumberedPattern, body: Body, position: number, iris: Iris): Node[] {
  const text = tellFootnotes(body);
  if (text === undefined) return [];
  return [
    {
      "@id": iris.detail(pattern, "text.footnotes"),
      "@type": "Section",
      position,
      sectionRole: "footnotes",
      text,
    },
  ];
}
