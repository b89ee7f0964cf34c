import type { Element } from "hast";

/** The value that belongs to the first of an element's classes that has one. */
export function byClass<Value>(element: Element, values: Readonly<Record<string, Value>>): Value | undefined {
  const { className } = element.properties;
  if (!Array.isArray(className)) return undefined;
  const name = className.map(String).find((candidate) => Object.hasOwn(values, candidate));
  return name === undefined ? undefined : values[name];
}
