import GithubSlugger from "github-slugger";
import type { Element, ElementContent, Root, RootContent } from "hast";
import type { Section, SectionRole } from "../pattern.js";
import type { Removal } from "./boilerplate.js";
import { isFootnotes } from "./footnotes.js";
import { headingLevel, headingText } from "./headings.js";
import { toPlainText } from "./plain-text.js";
import { type RoleOf, roleInAny } from "./roles.js";

interface Draft {
  role: SectionRole;
  heading?: Element;
  children: ElementContent[];
}

/**
 * Wraps what follows each h2, with it, in `section[data-role]` with an id; what stands before the first is the preface.
 * Returns the sections with their Markdown cut from `source`.
 */
export function wrapSections(
  tree: Root,
  { prefix, source, roles }: { prefix: string; source: string; roles: RoleOf },
  removals: Removal[],
): Section[] {
  const slugger = new GithubSlugger();
  const drafts = tree.children.reduce(
    (all, node) => addToDraft(all, node, roles),
    [
      { role: "preface", children: [] } as Draft, // a literal would widen
    ],
  );
  const footnotes = tree.children.filter(isFootnotes);
  const kept = drafts.filter(({ heading, children }) => heading || children.some(isContent));
  const ends = kept.map((_, at) => startOf(kept[at + 1]) ?? source.length);
  const sections = kept.map((draft, at): Section => {
    const title = draft.heading ? headingText(draft.heading).trim() : "";
    return {
      role: draft.role,
      title,
      id: `${prefix}${slugger.slug(title || draft.role)}`,
      markdown: cut(source, endOfHeading(draft), ends[at] ?? source.length, removals),
      text: toPlainText(draft.children),
    };
  });
  const ids = new Set(sections.map(({ id }) => id));
  tree.children = [...kept.map((draft, at) => toElement(draft, sections[at]?.id ?? "", ids)), ...footnotes];
  return sections;
}

function addToDraft(drafts: Draft[], node: RootContent, roles: RoleOf): Draft[] {
  if (node.type === "doctype" || isFootnotes(node)) return drafts;
  if (node.type === "element" && headingLevel(node) === 2) {
    drafts.push({ role: roles(headingText(node).trim()), heading: node, children: [] });
  } else {
    // For those that take from the text what a library calls otherwise than others do.
    if (node.type === "element" && headingLevel(node) === 3) markRole(node, roles);
    drafts.at(-1)?.children.push(node);
  }
  return drafts;
}

function markRole(heading: Element, roles: RoleOf): void {
  const title = headingText(heading).trim();
  const role = roles(title);
  if (role !== roleInAny(title)) heading.properties.dataRole = role;
}

function isContent(node: ElementContent): boolean {
  return node.type === "element" || (node.type === "text" && node.value.trim() !== "");
}

function startOf(draft: Draft | undefined): number | undefined {
  return draft?.heading?.position?.start.offset;
}

function endOfHeading(draft: Draft): number {
  return draft.heading?.position?.end.offset ?? 0;
}

function cut(source: string, start: number, end: number, removals: Removal[]): string {
  let text = "";
  let at = start;
  for (const removal of removals.toSorted((a, b) => a.start - b.start)) {
    if (removal.start < at || removal.start >= end) continue;
    text += source.slice(at, removal.start);
    at = removal.end;
  }
  return (text + source.slice(at, Math.max(at, end))).trim();
}

function toElement({ role, heading, children }: Draft, id: string, ids: ReadonlySet<string>): Element {
  if (heading) {
    const { id: own, ...properties } = heading.properties;
    heading.properties = properties;
    // A name that the author gave leads here too.
    if (own !== undefined && !ids.has(String(own))) {
      heading.children.push({ type: "element", tagName: "span", properties: { id: own }, children: [] });
    }
  }
  return {
    type: "element",
    tagName: "section",
    properties: { id, dataRole: role },
    children: heading ? [heading, ...children] : children,
  };
}
