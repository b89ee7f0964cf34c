import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { OWN_TEMPLATES } from "../page/template-files.js";

/** Words of the interface that stand together, by their dotted keys. */
export interface WordGroup {
  name: string;
  /** What the file says of it. */
  note: string;
  words: { key: string; text: string }[];
}

const FILES = ["locales/en.yaml", "groupings/universality/en.yaml"];

/** Every word of the interface as it is in English: those without a group first. */
export function listWords(): WordGroup[] {
  const alone: WordGroup = { name: "", note: "", words: [] };
  const groups: WordGroup[] = [alone];
  for (const file of FILES) {
    const { contents } = parseDocument(readFileSync(join(OWN_TEMPLATES, file), "utf8"));
    for (const { key, value } of isMap<Node, Node>(contents) ? contents.items : []) {
      const name = nameOf(key);
      const words = flatten(value, name);
      const note = (key.commentBefore ?? "").trim().replace(/\s*\n\s*/g, " ");
      if (isScalar(value) || isSeq(value)) alone.words.push(...words);
      else if (words.length > 0) groups.push({ name, note, words });
    }
  }
  return groups;
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : "";
}

function flatten(node: Node | null, key: string): WordGroup["words"] {
  if (isMap<Node, Node>(node)) return node.items.flatMap((item) => flatten(item.value, `${key}.${nameOf(item.key)}`));
  if (isSeq<Node>(node)) return node.items.flatMap((item, at) => flatten(item, `${key}.${at}`));
  return isScalar(node) ? [{ key, text: String(node.value) }] : [];
}
