import type { Element, Root as Hast } from "hast";
import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import { SKIP, visit } from "../../trees/visit.js";
import type { Observation } from "../pattern.js";
import { isFootnoteCall, isFootnoteReturn } from "./footnotes.js";
import { placeOf } from "./place.js";

/**
 * Keeps the notes that remark-rehype would drop: those that nothing calls, and every further note of one label. Each is
 * observed and called from a paragraph of our own making, so that it stands after the others; `dropMadeCalls` takes that
 * paragraph out again.
 */
export function keepUncalledNotes(tree: Root, observations: Observation[]): void {
  const definitions = collectDefinitions(tree, observations);
  if (definitions.size === 0) return;
  const called = followCalls(callsIn(tree), definitions);
  // Where every called note has its number, the last of them being the last that is read.
  const host = [...called].map((label) => definitions.get(label)).at(-1) ?? tree;
  const calls: FootnoteReference[] = [];
  for (const [label, definition] of definitions) {
    if (called.has(label) || definition.children.length === 0) continue;
    if (definition.data === undefined) observe("footnotes-are-called", definition, observations);
    calls.push({ type: "footnoteReference", identifier: label });
    for (const reached of followCalls([label], definitions)) called.add(reached);
  }
  if (calls.length === 0) return;
  const paragraph = { type: "paragraph" as const, children: calls, data: { hProperties: { dataMadeCalls: "" } } };
  // Before a note's own words: remark-rehype puts the way back at the end of the last paragraph.
  if (host.type === "root") host.children.push(paragraph);
  else host.children.unshift(paragraph);
}

/** By label, in the order of the text; a further one of a label gets a label that no other has. */
function collectDefinitions(tree: Root, observations: Observation[]): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  const again: FootnoteDefinition[] = [];
  visit(tree, "footnoteDefinition", (definition) => {
    if (definitions.has(definition.identifier)) again.push(definition);
    else definitions.set(definition.identifier, definition);
  });
  for (const definition of again) {
    observe("footnotes-are-defined-once", definition, observations);
    let number = 2;
    // With a hyphen it would be the id of the second call.
    while (definitions.has(`${definition.identifier}_${number}`)) number += 1;
    definition.identifier += `_${number}`;
    // It has been reported already.
    definition.data = {};
    definitions.set(definition.identifier, definition);
  }
  return definitions;
}

function observe(rule: string, definition: FootnoteDefinition, observations: Observation[]): void {
  const words = toText(definition).replace(/\s+/g, " ").trim();
  const shown = words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words;
  observations.push({ rule, found: definition.label ?? definition.identifier, detail: shown, ...placeOf(definition) });
}

/** The labels that are called directly in a node, not inside the notes within it. */
function callsIn(node: Nodes): string[] {
  const labels: string[] = [];
  visit(node, (inner) => {
    if (inner.type === "footnoteDefinition" && inner !== node) return SKIP;
    if (inner.type === "footnoteReference") labels.push(inner.identifier);
    return undefined;
  });
  return labels;
}

/** All labels that are reached from `labels`, in the order in which remark-rehype numbers them. */
function followCalls(
  labels: readonly string[],
  definitions: ReadonlyMap<string, FootnoteDefinition>,
): ReadonlySet<string> & Set<string> {
  const reached = new Set(labels.filter((label) => definitions.has(label)));
  // A set that grows while it is gone through is gone through to its end.
  for (const label of reached) {
    const definition = definitions.get(label);
    if (!definition) continue;
    for (const next of callsIn(definition)) if (definitions.has(next)) reached.add(next);
  }
  return reached;
}

/** Takes out the calls that `keepUncalledNotes` made, and the ways back to them. */
export function dropMadeCalls(tree: Hast): void {
  // Ids of the calls, by the note that they call: two notes may have ways back to calls of one id (`a` and `a-2`).
  const made = new Map<string, string>();
  visit(tree, "element", (element, index, parent) => {
    if (element.properties.dataMadeCalls === undefined || !parent || index === undefined) return undefined;
    visit(element, "element", (call) => {
      if (isFootnoteCall(call)) made.set(String(call.properties.href), `#${call.properties.id}`);
    });
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  if (made.size === 0) return;
  visit(tree, "element", (item) => {
    const call = made.get(`#${item.properties.id}`);
    if (call !== undefined) dropReturn(item, call);
  });
}

function dropReturn(note: Element, call: string): void {
  visit(note, "element", (element, index, parent) => {
    if (!parent || index === undefined || !isFootnoteReturn(element) || element.properties.href !== call)
      return undefined;
    parent.children.splice(index, 1);
    const before = parent.children[index - 1];
    if (before?.type === "text") before.value = before.value.trimEnd();
    return [SKIP, index];
  });
}
