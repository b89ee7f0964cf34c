import { readFile } from "node:fs/promises";
import { strFromU8, strToU8, unzipSync } from "fflate";
import type { Element, Nodes, Root } from "xast";
import { fromXml } from "xast-util-from-xml";
import { emptyReading, type Reading } from "../reading.js";
import { keyOf, wordsOf } from "../words.js";

const PARTS = new Set(["word/document.xml", "word/_rels/document.xml.rels", "word/footnotes.xml", "word/endnotes.xml"]);
const NOTES = ["word/footnotes.xml", "word/_rels/footnotes.xml.rels"];

/** Reads a handout by its plain OOXML: the document, then its notes (ECMA-376 part 1, 17). */
export async function readHandout(path: string): Promise<Reading> {
  const wanted = new Set([...PARTS, ...NOTES]);
  const entries = unzipSync(await readFile(path), { filter: ({ name }) => wanted.has(name) });
  const parse = (name: string): Root | undefined => {
    const bytes = entries[name];
    return bytes && fromXml(strFromU8(bytes));
  };
  const document = parse("word/document.xml");
  if (!document) throw new Error("no word/document.xml");
  const reading = emptyReading();
  const addresses = readRelationships(parse("word/_rels/document.xml.rels"));
  const story = readStory(document, addresses, reading);
  const notes = parse("word/footnotes.xml");
  const below = notes ? readStory(notes, readRelationships(parse("word/_rels/footnotes.xml.rels")), reading) : "";
  reading.words = wordsOf(`${story}\n${below}`);
  return reading;
}

/** The part of a pack that one pattern has. */
export interface Section {
  kind: "card" | "handout";
  /** As one word. */
  title: string;
  words: string[];
}

// By the styles of their titles, which are named by what they are.
const TITLES: Readonly<Record<string, Section["kind"]>> = { CardTitle: "card", PackTitle: "handout" };

/** The cards and texts of a pack, each to the title of the next; the notes below belong to all. */
export async function readSections(path: string): Promise<Section[]> {
  const [name, below] = ["word/document.xml", "word/footnotes.xml"];
  const entries = unzipSync(await readFile(path), { filter: (entry) => entry.name === name || entry.name === below });
  const parse = (part: string): Root => fromXml(strFromU8(entries[part] ?? strToU8("<w:none/>")));
  const notes = wordsOf(readStory(parse(below), new Map(), emptyReading()));
  const sections: Section[] = [];
  for (const paragraph of paragraphsIn(parse(name))) {
    const text = readStory({ type: "root", children: [paragraph] }, new Map(), emptyReading());
    const kind = TITLES[styleOf(paragraph) ?? ""];
    if (kind) sections.push({ kind, title: keyOf(text), words: [] });
    sections.at(-1)?.words.push(...wordsOf(text));
  }
  return sections.map(({ words, ...section }) => ({ ...section, words: [...words, ...notes] }));
}

function* paragraphsIn(node: Nodes): Iterable<Element> {
  if (node.type === "element" && node.name === "w:p") yield node;
  else if ("children" in node) for (const child of node.children) yield* paragraphsIn(child);
}

function styleOf({ children }: Element): string | undefined {
  const properties = children.find((node) => node.type === "element" && node.name === "w:pPr");
  const style = properties?.type === "element" ? properties.children : [];
  const named = style.find((node) => node.type === "element" && node.name === "w:pStyle");
  return named?.type === "element" ? (named.attributes["w:val"] ?? undefined) : undefined;
}

function readRelationships(tree: Root | undefined): Map<string, string> {
  const [list] = tree?.children.filter((node) => node.type === "element") ?? [];
  const elements = list?.children.filter((node) => node.type === "element") ?? [];
  return new Map(elements.map(({ attributes: { Id = "", Target = "" } }) => [Id ?? "", Target ?? ""]));
}

/** The text of a story; what stands in it besides goes to `reading`. */
function readStory(tree: Root, addresses: ReadonlyMap<string, string>, reading: Reading): string {
  const walk = (node: Nodes): string => {
    if (node.type === "root") return node.children.map(walk).join("");
    if (node.type !== "element") return "";
    if (node.name === "w:t" || node.name === "m:t") return textOf(node);
    // What a reader of Word sees of old drawings stands in the new ones beside them already.
    if (node.name === "mc:Fallback" || node.name === "w:instrText" || node.name === "w:pPr") return "";
    return note(node, node.children.map(walk).join(""));
  };
  const note = (element: Element, inner: string): string => {
    const { name, attributes } = element;
    if (name === "w:p") {
      if (isHeading(element)) reading.headings.push(keyOf(inner));
      return `${inner}\n`;
    }
    if (name === "w:tc") reading.cells.push(inner);
    else if (name === "w:hyperlink") reading.links.push(addresses.get(attributes["r:id"] ?? "") ?? "#");
    else if (name === "wp:docPr") {
      const alt = attributes.descr ?? "";
      reading.pictures.push({ alt });
      return ` ${alt} `;
    }
    if (name === "w:noBreakHyphen") return "-";
    return name === "w:br" || name === "w:tab" || name === "w:cr" ? `${inner} ` : inner;
  };
  return walk(tree);
}

function textOf({ children }: Element): string {
  return children.map((node) => (node.type === "text" || node.type === "cdata" ? node.value : "")).join("");
}

/** A paragraph whose style says that it heads something; styles are named by what they are in every document of ours. */
function isHeading({ children }: Element): boolean {
  const properties = children.find((node) => node.type === "element" && node.name === "w:pPr");
  if (properties?.type !== "element") return false;
  return properties.children.some(
    (node) =>
      node.type === "element" &&
      ((node.name === "w:pStyle" && /^heading\s?\d$/i.test(node.attributes["w:val"] ?? "")) ||
        node.name === "w:outlineLvl"),
  );
}
