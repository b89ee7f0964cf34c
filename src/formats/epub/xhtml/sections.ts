import type { Element, Root } from "hast";
import { isFootnotes } from "../../../library/body/footnotes.js";
import { eachElement } from "./pass.js";

interface Semantics {
  type: string;
  role: string;
}

/** What a section of a pattern is, by its role, where EPUB Structural Semantics 1.1 has a word for it. */
const SEMANTICS: Readonly<Record<string, Semantics>> = {
  overview: { type: "introduction", role: "doc-introduction" },
  references: { type: "bibliography", role: "doc-bibliography" },
};

/**
 * Says what the sections of a page are. Those are landmarks to a screen reader, named by their headings: of two of a kind,
 * as a text has that holds itself twice, only the first is one, or nobody could tell them apart.
 */
export function markSections(tree: Root): void {
  const seen = new Set<string>();
  eachElement(tree, (section) => {
    if (section.tagName !== "section") return;
    const semantics = SEMANTICS[String(section.properties.dataRole)];
    if (isFootnotes(section)) labelByHeading(section);
    if (!semantics || seen.has(semantics.type)) return;
    seen.add(semantics.type);
    Object.assign(section.properties, { "epub:type": semantics.type, role: semantics.role });
    labelByHeading(section);
  });
}

/** No id of a body has a full stop in it: this one is the only of its name. */
function labelByHeading(section: Element): void {
  const heading = section.children.find((child) => child.type === "element" && child.tagName === "h2");
  if (heading?.type !== "element") return;
  heading.properties.id ??= `${String(section.properties.id ?? "notes")}.title`;
  section.properties.ariaLabelledBy = [String(heading.properties.id)];
}
