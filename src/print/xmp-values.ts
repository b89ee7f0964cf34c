import type { Attributes, Element, ElementContent } from "xast";

export function element(name: string, attributes: Attributes, children: ElementContent[] = []): Element {
  return { type: "element", name, attributes, children };
}

/** A simple value (ISO 16684-1, 7.5). */
export function property(name: string, value: string): Element {
  return element(name, {}, [{ type: "text", value: toCharacters(value) }]);
}

/** Values whose order means nothing. */
export function bag(name: string, values: readonly string[]): Element {
  return element(name, {}, [element("rdf:Bag", {}, values.map(item))]);
}

/** Values whose order matters. */
export function sequence(name: string, values: readonly string[]): Element {
  return element(name, {}, [element("rdf:Seq", {}, values.map(item))]);
}

/**
 * A text that is the same for readers of every language (8.2.2.4).
 * @param languages those it is in, BCP 47
 */
export function inLanguages(name: string, languages: readonly string[], value: string): Element {
  const items = ["x-default", ...languages].map((tag) =>
    element("rdf:li", { "xml:lang": tag }, [{ type: "text", value: toCharacters(value) }]),
  );
  return element(name, {}, [element("rdf:Alt", {}, items)]);
}

function item(value: string): Element {
  return property("rdf:li", value);
}

/** What no XML document may hold, not even escaped, is left out (XML 1.0, 2.2). */
function toCharacters(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|\p{NChar}/gu, "");
}
