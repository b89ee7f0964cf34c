import type { Element, Root } from "hast";
import { isFootnotes } from "../../../library/body/footnotes.js";
import { eachElement } from "./pass.js";

interface Semantics {
  type: string;
  role: string;
}

// Known uses are case studies of the pattern (DPUB-ARIA 1.1, `doc-example`): the role is no landmark, and no `epub:type`
// goes with it. No other section between overview and references has a word in either vocabulary: what they call an
// assessment is a test for learners, a conclusion ends the whole work, and a notice is one short warning.
const EXAMPLES = { section: "known-uses", role: "doc-example" };

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
    if (section.properties.dataRole === EXAMPLES.section) section.properties.role = EXAMPLES.role;
    const semantics = SEMANTICS[String(section.properties.dataRole)];
    if (isFootnotes(section)) labelByHeading(section);
    if (!semantics || seen.has(semantics.type)) return;
    seen.add(semantics.type);
    Object.assign(section.properties, { "epub:type": semantics.type, role: semantics.role });
    labelByHeading(section);
  });
}

/** No id of a body has a full stop in it, and that of a pattern's title ends otherwise: this one is the only of its name. */
function labelByHeading(section: Element): void {
  const heading = section.children.find((child) => child.type === "element" && child.tagName === "h2");
  if (heading?.type !== "element") return;
  heading.properties.id ??= `${String(section.properties.id ?? "notes")}.heading`;
  section.properties.ariaLabelledBy = [String(heading.properties.id)];
}
