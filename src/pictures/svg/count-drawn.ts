import type { Element } from "xast";

/**
 * How many elements a browser walks through to draw: each part as often as something refers to it. A handful of parts that
 * each use the one before ten times are thousands of millions. Infinite where a part draws itself.
 */
export function countDrawn(svg: Element): number {
  const styles: StyledReference[] = [];
  const byId = new Map<string, Element>();
  gather(svg, byId, styles);
  const known = new Map<Element, number>();
  const count = (element: Element): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    known.set(element, Number.POSITIVE_INFINITY);
    let sum = 1;
    for (const child of element.children) if (child.type === "element") sum += count(child);
    for (const id of referencesOf(element)) {
      const target = byId.get(id);
      if (target) sum += count(target);
    }
    for (const { id, applies } of styles) {
      const target = byId.get(id);
      // A style may apply to fewer elements than we assume here, so a circle that appears only through styles is
      // ignored.
      if (target && applies(element)) sum += known.get(target) === Number.POSITIVE_INFINITY ? 0 : count(target);
    }
    known.set(element, sum);
    return sum;
  };
  return count(svg);
}

/** A reference that a style sheet makes, and to what it may apply. */
interface StyledReference {
  id: string;
  applies(element: Element): boolean;
}

function gather(element: Element, byId: Map<string, Element>, styles: StyledReference[]): void {
  const { id } = element.attributes;
  if (typeof id === "string") byId.set(id, element);
  for (const child of element.children) {
    if (child.type === "element") gather(child, byId, styles);
    else if (child.type === "text" && element.name === "style") styles.push(...referencesOfStyle(child.value));
  }
}

function referencesOf({ name, attributes }: Element): string[] {
  return Object.entries(attributes).flatMap(([attribute, value]) => {
    if (typeof value !== "string") return [];
    if (attribute === "xlink:href") return name !== "a" && value.startsWith("#") ? [value.slice(1)] : [];
    return idsIn(value);
  });
}

function idsIn(value: string): string[] {
  return [...value.matchAll(/url\(#([\w.-]+)\)/g)].map(([, id = ""]) => id);
}

/** By the last name in each selector: an element, a class or an id. */
function referencesOfStyle(css: string): StyledReference[] {
  return [...css.matchAll(/([^{}]*)\{([^{}]*)\}/g)].flatMap(([, selectors = "", block = ""]) => {
    const ids = idsIn(block);
    if (ids.length === 0) return [];
    const lasts = selectors.split(",").map((selector) => /[^\s>+~]+$/.exec(selector.trim())?.[0] ?? "*");
    const applies = (element: Element): boolean => lasts.some((last) => mayApply(last, element));
    return ids.map((id) => ({ id, applies }));
  });
}

function mayApply(last: string, { name, attributes }: Element): boolean {
  const classes = String(attributes.class ?? "").split(/\s+/);
  for (const [, sign, word = ""] of last.matchAll(/([.#])([\p{L}\p{N}_-]+)/gu)) {
    if (sign === "." ? !classes.includes(word) : attributes.id !== word) return false;
  }
  const tag = /^[A-Za-z]+/.exec(last)?.[0];
  return tag === undefined || tag === name;
}
