import type { Element, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { SourceReading, Unit } from "../reading.js";
import { placedWords, plainForm } from "../words.js";
import { NOTE_BEGINS, NOTE_ENDS, NOTE_NAMED } from "./notes.js";
import { toHtml } from "./to-html.js";

/**
 * What stands in a file's Markdown: every word with its line, in the order of the file, notes in the order of their calls
 * at the end; headings, cells, links, pictures, formulas.
 * @param markdown the body, padded so that its lines are those of the file
 */
export function readSource(markdown: string): SourceReading {
  const reader = openReader();
  reader.walk(fromHtml(toHtml(markdown), { fragment: true }));
  return reader.finish();
}

const BLOCKS = new Set(
  `address article aside blockquote caption center dd details dialog div dl dt figcaption figure footer form h1 h2 h3 h4
  h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);
// What is inside is no word of the page.
const SILENT = new Set(["script", "style", "template", "svg", "math", "head", "title", "noembed", "noframes"]);
// `![words|200](picture.png)`: how wide a picture is to be.
const ASKED_SIZE = /\|\d+(?:x\d+)?$/;
const HEADING = /^h[1-6]$/;
const CALLOUT = /^\s*\[![^\]\n]+\][+-]?/;
const CHECK_BOX = /^\s*\[[ xX]\](?=\s)/;
const NOTE_SIGNS = new RegExp(`(${NOTE_BEGINS}[^${NOTE_NAMED}]*${NOTE_NAMED}|${NOTE_ENDS})`);

type Kind = Unit["kind"];

/** Reads a tree into units. The state is of one reading. */
function openReader() {
  const reading: SourceReading = { units: [], links: [], pictures: [], formulas: [] };
  const calls: string[] = [];
  const labels = new Map<Unit, string>();
  // The cells under way, the outermost first, by number.
  const cells: number[] = [];
  let count = 0;
  let line = 1;
  let kind: Kind = "text";
  let note: string | undefined;
  let isVerbatim = false;
  let text = "";
  let start = 1;

  /** Ends the unit under way. */
  const flush = (): void => {
    const unit = { ...toUnit(note === undefined ? kind : "note", text, start), cells: [...cells] };
    if (unit.words.length > 0) {
      if (note !== undefined) labels.set(unit, note);
      reading.units.push(unit);
    }
    line = start + countLines(text);
    start = line;
    text = "";
  };
  const unitAt = (): number => reading.units.length;

  const say = (value: string): void => {
    for (const piece of value.split(NOTE_SIGNS)) {
      if (piece.startsWith(NOTE_BEGINS)) {
        flush();
        note = piece.slice(1, -1);
      } else if (piece === NOTE_ENDS) {
        flush();
        note = undefined;
      } else text += isVerbatim ? piece : sayRunning(piece);
    }
  };
  const sayRunning = (value: string): string =>
    text.trim() === "" ? value.replace(CALLOUT, "").replace(CHECK_BOX, "") : value;

  const walk = (node: Root | RootContent): void => {
    if (node.type === "text") say(node.value);
    else if (node.type === "comment") setLine(/^line (\d+)$/.exec(node.value)?.[1]);
    else if (node.type === "root") node.children.forEach(walk);
    else if (node.type === "element") walkElement(node);
  };
  const setLine = (written: unknown): void => {
    if (typeof written !== "string" || !/^\d+$/.test(written)) return;
    flush();
    line = Number(written);
    start = line;
  };
  const walkElement = (element: Element): void => {
    const { tagName, properties, children } = element;
    if (SILENT.has(tagName)) return;
    const isBlock = BLOCKS.has(tagName) || isDiagram(element);
    if (isBlock) flush();
    setLine(properties.dataLine);
    const outer = { kind, isVerbatim };
    const isCell = tagName === "td" || tagName === "th";
    if (HEADING.test(tagName)) kind = "heading";
    else if (isCell) {
      kind = "cell";
      cells.push(count++);
    }
    if (tagName === "code" || tagName === "pre") isVerbatim = true;
    if (isDiagram(element)) kind = "diagram";
    if (tagName === "br" || tagName === "wbr") text += tagName === "br" ? " " : "";
    else if (tagName === "img") noteImage(element);
    else if (properties.dataCall !== undefined) calls.push(String(properties.dataCall));
    else if (properties.dataTex !== undefined) reading.formulas.push({ tex: String(properties.dataTex), line: start });
    else if (tagName === "a" && typeof properties.href === "string") walkLink(element, properties.href);
    else children.forEach(walk);
    if (isBlock) flush();
    if (isCell) cells.pop();
    kind = outer.kind;
    isVerbatim = outer.isVerbatim;
  };
  const noteImage = ({ properties: { src, alt } }: Element): void => {
    const said = String(alt ?? "")
      .replaceAll("\n", " ")
      .replace(ASKED_SIZE, "");
    reading.pictures.push({ src: String(src ?? ""), alt: said, line: lineNow(), unit: unitAt() });
    text += ` ${said} `;
  };
  const walkLink = ({ children }: Element, href: string): void => {
    const before = text.length;
    const at = lineNow();
    children.forEach(walk);
    reading.links.push({ href, text: text.slice(before).trim(), line: at, unit: unitAt() });
  };
  const lineNow = (): number => start + countLines(text);

  const finish = (): SourceReading => {
    flush();
    const order = (unit: Unit): number => {
      const label = labels.get(unit);
      if (label === undefined) return -1;
      const call = calls.indexOf(label);
      return call < 0 ? calls.length : call;
    };
    return inOrder(reading, order);
  };
  return { walk, finish };
}

/** The units in the order of `order`, with what names them by index. */
function inOrder(reading: SourceReading, order: (unit: Unit) => number): SourceReading {
  const places = reading.units
    .map((unit, at) => ({ at, rank: order(unit) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at);
  const moved = new Map(places.map(({ at }, to) => [at, to]));
  const follow = <Item extends { unit: number }>(item: Item): Item => ({ ...item, unit: moved.get(item.unit) ?? -1 });
  return {
    ...reading,
    units: places.flatMap(({ at }) => reading.units[at] ?? []),
    links: reading.links.map(follow),
    pictures: reading.pictures.map(follow),
  };
}

function isDiagram({ tagName, properties: { className } }: Element): boolean {
  return tagName === "code" && Array.isArray(className) && className.includes("language-mermaid");
}

function toUnit(kind: Kind, text: string, line: number): Omit<Unit, "cells"> {
  const words: string[] = [];
  const lines: number[] = [];
  for (const [at, row] of text.split("\n").entries()) {
    for (const { word } of placedWords(plainForm(row))) {
      words.push(word);
      lines.push(line + at);
    }
  }
  return { kind, line, words, lines, ...(kind === "diagram" ? { text } : {}) };
}

function countLines(text: string): number {
  return text.split("\n").length - 1;
}
