import type { Element, Root } from "hast";
import { eachElement } from "./pass.js";

/** Ids are single words and stand once in a file; what points at an id that is not there points nowhere. */
export function settleIds(tree: Root): void {
  const ids = collectIds(tree);
  eachElement(tree, (element) => {
    const { properties } = element;
    for (const name of ["ariaDescribedBy", "ariaLabelledBy"]) {
      const named = properties[name];
      if (named !== undefined && !asList(named).every((id) => ids.has(id))) delete properties[name];
    }
    if (typeof properties.href === "string" && properties.href.startsWith("#")) pointAt(element, ids);
  });
}

function collectIds(tree: Root): Set<string> {
  const ids = new Set<string>();
  eachElement(tree, ({ properties }) => {
    if (properties.id === undefined) return;
    const id = toWord(String(properties.id));
    if (id === "" || ids.has(id)) delete properties.id;
    else {
      properties.id = id;
      ids.add(id);
    }
  });
  return ids;
}

function pointAt(link: Element, ids: ReadonlySet<string>): void {
  const id = toWord(String(link.properties.href).slice(1));
  if (ids.has(id)) {
    link.properties.href = `#${id}`;
    return;
  }
  link.tagName = "span";
  link.properties = {};
}

/** Ids made of footnote names are percent-encoded, and validators decode what points at them. */
export function toWord(id: string): string {
  return decode(id).trim().replace(/\s+/g, "-");
}

function asList(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : String(value).split(/\s+/);
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
