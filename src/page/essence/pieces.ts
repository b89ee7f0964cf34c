import type { Element, ElementContent, Root } from "hast";
import { headingLevel } from "../../library/body/headings.js";
import { roleInAny } from "../../library/body/roles.js";
import { SECTION_ROLES, type Section, type SectionRole } from "../../library/pattern.js";
import { wordsOf } from "./passages.js";

/** A section of a pattern, to take from. */
export interface Piece {
  role: SectionRole;
  title: string;
  element: Element;
}

// Fewer do not show that sections stand a level too low.
const FEWEST = 3;

/**
 * The sections of a body. Where the whole stands below one heading, such as the pattern's own title, those of the next
 * level are its sections.
 */
export function toPieces(tree: Root, sections: readonly Section[]): Piece[] {
  return sections.flatMap((head) => {
    const element = tree.children.find(
      (child): child is Element => child.type === "element" && child.properties.id === head.id,
    );
    if (!element) return [];
    const whole: Piece = { role: head.role, title: head.title, element };
    const parts = head.role === "other" ? split(element) : [];
    const known = parts.filter(({ role }) => role !== "other" && role !== "preface");
    return known.length >= FEWEST ? parts : [whole];
  });
}

/** What follows each heading of the second level, and what stands before the first. */
function split({ children }: Element): Piece[] {
  const pieces: Piece[] = [];
  let part: ElementContent[] = [];
  let heading: Element | undefined;
  const end = (): void => {
    const title = heading ? bare(wordsOf(heading)) : "";
    const element: Element = { type: "element", tagName: "section", properties: {}, children: part };
    if (part.length > 0) pieces.push({ role: heading ? roleIn(heading, title) : "preface", title, element });
  };
  for (const child of children) {
    const level = child.type === "element" ? headingLevel(child) : undefined;
    if (level === 2) continue;
    if (level !== 3) part.push(child);
    else {
      end();
      heading = child.type === "element" ? child : undefined;
      part = [];
    }
  }
  end();
  return pieces;
}

/** What the library says that its section is for, else what sections of that name are. */
function roleIn({ properties: { dataRole } }: Element, title: string): SectionRole {
  return SECTION_ROLES.find((role) => role === dataRole) ?? roleInAny(title);
}

/** `2. Core Principles (200 words)` → `Core Principles` */
function bare(title: string): string {
  return title.replace(/^(?:section\s+)?\d+[.:)]\s*/i, "").replace(/\s*\([^)]*words?\)\s*$/i, "");
}
