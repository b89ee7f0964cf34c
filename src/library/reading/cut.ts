import type { RootContent } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import { stretchAt } from "../body/foreign/stretch.js";
import { findVerbatim } from "../body/foreign/verbatim.js";
import type { CutStretch, OpenBody } from "../body/open-body.js";
import type { Omission } from "../pattern.js";
import { linksIn, type OutlineSection, outline, ownContent, textOf } from "./outline.js";
import { parsePlace } from "./place.js";
import { wordPattern } from "./word-pattern.js";

/** A section, or its heading alone, that is no part of the body, by where its heading begins. */
export interface CutSection {
  offset: number;
  kind: Omission["kind"];
  isHeading: boolean;
}

/** Takes sections out of a body; notes and the addresses of links that are defined in them stay. */
export function cutSections(body: OpenBody, cuts: readonly CutSection[]): void {
  for (const { offset, kind, isHeading } of cuts) {
    const section = outline(body.tree).find(({ heading }) => offsetOf(heading) === offset);
    if (!section) continue;
    // What is read as a field ends at the next heading; what is dropped goes with all below it.
    const content = (kind === "field" ? ownContent(section) : section.content).filter(
      ({ type }) => type !== "definition" && type !== "footnoteDefinition",
    );
    const nodes: readonly RootContent[] = isHeading ? [section.heading] : [section.heading, ...content];
    const gone = new Set(nodes);
    body.tree.children = body.tree.children.filter((node) => !gone.has(node));
    const words = toText(section.heading);
    const cut = { ...section, content };
    body.removals.push({
      kind,
      text: isHeading ? words : [words, textOf(cut), ...addressesIn(cut)].filter(Boolean).join("\n"),
      place: section.place,
      start: offset,
      end: nodes.at(-1)?.position?.end.offset ?? offset,
    });
  }
}

/** Where the links of a section lead that is read as words, each once. */
function addressesIn(section: OutlineSection): string[] {
  return [...new Set(linksIn(section).map(({ url }) => url))];
}

/** The sections that `drop` names. */
export function droppedSections({ tree }: OpenBody, drop: readonly string[]): CutSection[] {
  const names = drop.flatMap((written) => {
    const place = parsePlace(written);
    return place?.kind === "section" ? [{ depth: place.depth, pattern: wordPattern(place.words) }] : [];
  });
  if (names.length === 0) return [];
  const sections = outline(tree);
  return names.flatMap(({ depth, pattern }) => {
    const named = sections.filter(({ heading, title }) => heading.depth <= depth && pattern.test(title));
    const deepest = named.some(({ heading }) => heading.depth === depth)
      ? named.filter(({ heading }) => heading.depth === depth)
      : named;
    return deepest.map((section) => toCut(section, "dropped"));
  });
}

export function toCut({ heading }: OutlineSection, kind: Omission["kind"], isHeading = false): CutSection {
  return { offset: offsetOf(heading), kind, isHeading };
}

/** The text that `drop` names, outside of code: a star stands for whatever is on the line. */
export function droppedText({ tree, text, source }: OpenBody, drop: readonly string[]): CutStretch[] {
  const found = drop
    .filter((written) => parsePlace(written)?.kind !== "section")
    .flatMap((written) => {
      const parts = written.split("*");
      // What is taken out of any text, such as [TOC], is not told of where it is named.
      const taken = findStretches(source, parts).filter((stretch) => isTakenAlone(stretch, source, text));
      return [...findStretches(text, parts).filter(({ start, end }) => text.slice(start, end).trim() !== ""), ...taken];
    });
  if (found.length === 0) return [];
  const code = findVerbatim(tree, text);
  return found.filter(({ start }) => !stretchAt(code, start)).map((stretch) => ({ ...stretch, kind: "dropped" }));
}

/** Whether nothing is left of a stretch in the text, and all else of its line is. */
function isTakenAlone({ start, end }: { start: number; end: number }, source: string, text: string): boolean {
  const line = source.lastIndexOf("\n", start - 1) + 1;
  const rest = endOfLine(source, end);
  return (
    source.slice(start, end).trim() !== "" &&
    text.slice(start, end).trim() === "" &&
    text.slice(line, start) === source.slice(line, start) &&
    text.slice(end, rest) === source.slice(end, rest)
  );
}

/**
 * Where the parts stand one after the other on one line, with as little between them as can be; with nothing after the
 * last up to the end of the line. If they are not found from one place on, they are not found from a later place in the
 * same line either.
 */
function findStretches(text: string, [first = "", ...others]: readonly string[]): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  for (let start = text.indexOf(first); start >= 0 && start < text.length; start = text.indexOf(first, start)) {
    let end = start + first.length;
    let line = endOfLine(text, end);
    let fits = true;
    for (const [at, part] of others.entries()) {
      const isRest = part === "" && at === others.length - 1;
      const found = isRest ? line : text.indexOf(part, end);
      fits = found >= 0 && found <= line;
      if (!fits) break;
      end = found + part.length;
      line = endOfLine(text, end);
    }
    if (fits) stretches.push({ start, end });
    start = fits && end > start ? end : line + 1;
  }
  return stretches;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function offsetOf({ position }: OutlineSection["heading"]): number {
  return position?.start.offset ?? -1;
}
