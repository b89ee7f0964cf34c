import type { Element } from "hast";

export function classList({ properties }: Element): string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : [];
}

export function hasClass(element: Element, name: string): boolean {
  return classList(element).includes(name);
}

export function addClass(element: Element, name: string): void {
  element.properties.className = [...classList(element), name];
}
