import type { Element } from "xast";
import type { PageBorder, PageDrawing } from "../model.js";
import { childNamed } from "./xml-tree.js";

const SIDES = ["top", "right", "bottom", "left"] as const;

/** Lines that every program draws; others, Word's pictures of apples among them, come out as a single one. */
const LINES: readonly PageBorder["style"][] = ["thick", "double", "dotted", "dashed", "dotDash", "triple"];

/** The lines round the pages of a section, and the numbers of its lines. */
export function readDrawing(section: Element): PageDrawing {
  const given = childNamed(section, "w:pgBorders");
  const borders = SIDES.flatMap((side) => {
    const line = childNamed(given, `w:${side}`)?.attributes;
    if (!line || line["w:val"] === "none" || line["w:val"] === "nil") return [];
    const color = /^[0-9a-f]{6}$/i.test(line["w:color"] ?? "") ? String(line["w:color"]) : "auto";
    const style = LINES.find((known) => known === line["w:val"]) ?? "single";
    // Word draws a page's line no thicker than 12 points, and no further away than 31.
    return [
      [side, { style, size: within(line["w:sz"], 2, 96), space: within(line["w:space"], 0, 31), color }] as const,
    ];
  });
  const lines = childNamed(section, "w:lnNumType")?.attributes;
  const countBy = within(lines?.["w:countBy"], 0, 100);
  return {
    borders: Object.fromEntries(borders),
    fromPage: given?.attributes["w:offsetFrom"] === "page",
    ...(countBy > 0 ? { lineNumbers: describeNumbers(countBy, lines ?? {}) } : {}),
  };
}

function describeNumbers(countBy: number, lines: Element["attributes"]): NonNullable<PageDrawing["lineNumbers"]> {
  const restart = lines["w:restart"];
  return {
    countBy,
    ...(lines["w:start"] ? { start: within(lines["w:start"], 0, 32_767) } : {}),
    ...(lines["w:distance"] ? { distance: within(lines["w:distance"], 0, 31_680) } : {}),
    restart: restart === "newSection" || restart === "continuous" ? restart : "newPage",
  };
}

function within(value: string | null | undefined, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(Number(value ?? 0)) || 0));
}

/** What of a section's pages is not taken over, in words: our tables and forms are made for one column from the top. */
export function listUntaken(section: Element): string[] {
  const columns = Number(childNamed(section, "w:cols")?.attributes["w:num"] ?? 1);
  const has = (name: string, ...plain: string[]): boolean => {
    const value = childNamed(section, name)?.attributes["w:val"];
    return value !== undefined && value !== null && !plain.includes(value);
  };
  return [
    ...(columns > 1 ? [`${columns} columns`] : []),
    ...(has("w:vAlign", "top") ? ["text that is aligned from top to bottom"] : []),
    ...(has("w:textDirection", "lrTb", "tb") ? ["text that runs downwards"] : []),
  ];
}
