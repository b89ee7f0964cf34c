import type { Element } from "hast";

export function classList({ properties }: Element): string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : [];
}

export function hasClass(element: Element, name: string): boolean {
  return classList(element).includes(name);
}
