import type { Element } from "xast";
import type { House, TakenSection } from "../write/house.js";
import { writeSettings } from "../write/settings.js";
import { takeMargins } from "./margins.js";
import { takeLists } from "./numbering.js";
import { type OpenedReference, openReference } from "./open.js";
import { listUntaken, readDrawing } from "./page-setup.js";
import { mergeStyles, renameStyles } from "./styles.js";
import { childNamed, elementsOf, parsePart, printPart } from "./xml-tree.js";

/** Why a file cannot be the reference document, after its name: `is no Word document: …`; undefined when it can. */
export function refuseReference(archive: Uint8Array): string | undefined {
  const opened = openReference(archive);
  if (typeof opened === "string") return opened;
  try {
    sectionOf(opened);
    return parsePart(opened.text("word/styles.xml") ?? "")?.name === "w:styles"
      ? undefined
      : "has no styles that can be read";
  } catch {
    return "has parts that are no XML";
  }
}

/** What a reference document would run or fetch, in words; none of it is taken over. */
export function listDropped(archive: Uint8Array): string[] {
  const opened = openReference(archive);
  if (typeof opened === "string") return [];
  const section = sectionOf(opened);
  const margins = section ? takeMargins(section, opened, new Map()).dropped : [];
  return [...new Set([...opened.dropped, ...margins])];
}

/** What of the pages of a reference document is not taken over, in words. */
export function listUntakenPages(archive: Uint8Array): string[] {
  const opened = openReference(archive);
  const section = typeof opened === "string" ? undefined : sectionOf(opened);
  return section ? listUntaken(section) : [];
}

/**
 * Our house style as a reference document has it: its styles, theme, headers, footers and page set-up; what it lacks is
 * ours.
 * @param language BCP 47, of the text
 */
export function refurnish(house: House, archive: Uint8Array, language: string): House {
  const opened = openReference(archive);
  const merged =
    typeof opened === "string"
      ? undefined
      : mergeStyles(opened.text("word/styles.xml") ?? "", String(house.parts["word/styles.xml"] ?? ""), language);
  if (typeof opened === "string" || !merged) throw new Error("the reference document was refused before");
  const section = sectionOf(opened);
  const margins = section ? takeMargins(section, opened, merged.ids) : undefined;
  const lists = takeLists(opened.text("word/numbering.xml"));
  const taken = section && margins ? describeSection(section, margins.margins, opened) : undefined;
  return {
    ...house,
    ...(taken ? { section: taken } : {}),
    parts: {
      ...house.parts,
      ...themeOf(opened),
      ...margins?.parts,
      "word/settings.xml": writeSettings(language, taken?.evenPages),
      "word/styles.xml": merged.xml,
    },
    lists: {
      kinds: lists.kinds.map((kind) => printInside(renameStyles(kind, merged.ids))),
      instances: lists.instances.map(printInside),
    },
  };
}

/** The page set-up of the last section, which is that of the body (ECMA-376, 17.6.17). pandoc's template has none. */
function sectionOf(reference: OpenedReference): Element | undefined {
  const document = parsePart(reference.text("word/document.xml") ?? "");
  const body = childNamed(document, "w:body");
  const section = body && elementsOf(body).findLast(({ name }) => name === "w:sectPr");
  return childNamed(section, "w:pgSz") && childNamed(section, "w:pgMar") ? section : undefined;
}

function describeSection(section: Element, margins: TakenSection["margins"], reference: OpenedReference): TakenSection {
  const number = (element: string, key: string): number =>
    Math.round(Number(childNamed(section, element)?.attributes[key] ?? 0)) || 0;
  const margin = (side: string): number => number("w:pgMar", `w:${side}`);
  const gutter = margin("gutter");
  return {
    margins,
    drawing: readDrawing(section),
    titlePage: childNamed(section, "w:titlePg") !== undefined,
    evenPages: /<w:evenAndOddHeaders(?!\s+w:val="(0|false|off)")/.test(reference.text("word/settings.xml") ?? ""),
    width: number("w:pgSz", "w:w"),
    height: number("w:pgSz", "w:h"),
    sides: {
      top: Math.abs(margin("top")),
      bottom: Math.abs(margin("bottom")),
      left: margin("left") + gutter,
      right: margin("right"),
      header: margin("header"),
      footer: margin("footer"),
    },
  };
}

/** Its theme, unless a picture stands in that. */
function themeOf(reference: OpenedReference): Record<string, string> {
  const theme = reference.text("word/theme/theme1.xml");
  return theme === undefined || /r:(embed|link|id)=/.test(theme) ? {} : { "word/theme/theme1.xml": theme };
}

function printInside(element: Element): string {
  return printPart(element).replace(/^<\?xml[^>]*\?>\s*/, "");
}
