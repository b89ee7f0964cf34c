import type { Element } from "hast";
import { isFootnotes } from "../../../library/body/footnotes.js";
import type { ElementPass } from "./pass.js";

interface Semantics {
  type: string;
  role: string;
}

/** What a section of a pattern is, by its role, where EPUB Structural Semantics 1.1 has a word for it. */
const SEMANTICS: Readonly<Record<string, Semantics>> = {
  overview: { type: "introduction", role: "doc-introduction" },
  references: { type: "bibliography", role: "doc-bibliography" },
};

/** Sections that are landmarks to a screen reader are named by their headings, so that two on a page are told apart. */
export const markSection: ElementPass = (section) => {
  if (section.tagName !== "section") return;
  const semantics = SEMANTICS[String(section.properties.dataRole)];
  if (semantics) Object.assign(section.properties, { "epub:type": semantics.type, role: semantics.role });
  if (semantics || isFootnotes(section)) labelByHeading(section);
};

/** No id of a body has a full stop in it: this one is the only of its name. */
function labelByHeading(section: Element): void {
  const heading = section.children.find((child) => child.type === "element" && child.tagName === "h2");
  if (heading?.type !== "element") return;
  heading.properties.id ??= `${String(section.properties.id ?? "notes")}.title`;
  section.properties.ariaLabelledBy = [String(heading.properties.id)];
}
