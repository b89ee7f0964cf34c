import { posix } from "node:path";
import type { OpenBody } from "../body/open-body.js";
import type { SectionNames } from "../body/roles.js";
import type { FrontMatter } from "../front-matter/index.js";
import type { Json } from "../pattern.js";
import { toWords } from "../slug.js";
import { type FoundElement, findElement } from "./elements.js";
import { firstHeading } from "./first-heading.js";
import {
  findSection,
  isListAlone,
  isWords,
  itemsOf,
  linksIn,
  type OutlineSection,
  outline,
  textOf,
} from "./outline.js";
import { openPath, type Place } from "./place.js";

/** What stands at a place, before it is known to be what the field wants. */
export interface Found {
  value: Json;
  /** The way to it in the front matter. */
  keys?: string[];
  /** What is taken out of the body where it is read. */
  section?: OutlineSection;
  /** Only the heading is read, and taken. */
  heading?: OutlineSection;
  element?: FoundElement;
}

/** All that a file may be asked: its front matter, its sections, its path. */
export interface Sources {
  front: FrontMatter;
  sections: readonly OutlineSection[];
  at(place: Exclude<Place, { kind: "key" }>, shape: Shape): Found | undefined;
}

/** What a field holds: one text, several values, whichever stands there, or people, whose links are theirs. */
export type Shape = "text" | "list" | "either" | "people";

/** @param names what sections are called in the file, by which a title is told from them */
export function openSources(front: FrontMatter, body: OpenBody, path: string, names: SectionNames): Sources {
  const sections = outline(body.tree);
  return {
    front,
    sections,
    at(place, shape) {
      switch (place.kind) {
        case "section":
          return place.words === "*" ? headingAt(place.depth) : sectionAt(place, shape);
        case "element": {
          const element = findElement(body, place.name);
          return element && { value: element.words, element };
        }
        case "folder":
          return toFound(
            path
              .split("/")
              .slice(0, -1)
              .at(place.at > 0 ? place.at - 1 : place.at),
          );
        case "file":
          return toFound(fileName(path));
        case "path":
          return toFound(openPath(place.pattern)?.(path));
        case "constant":
          return { value: place.value };
      }
    },
  };

  function headingAt(depth: number): Found | undefined {
    const heading =
      depth === 1
        ? firstHeading(body.tree, sections, names)
        : sections.find((section) => section.heading.depth === depth);
    return heading && { value: heading.title, heading };
  }

  function sectionAt(place: Extract<Place, { kind: "section" }>, shape: Shape): Found | undefined {
    const section = findSection(sections, place);
    if (!section) return undefined;
    const isList = shape === "list" || (shape === "either" && isListAlone(section));
    const value = shape === "people" ? peopleIn(section) : isList ? listIn(section) : textOf(section);
    return isWords(section.content) ? { value, section } : { value };
  }
}

/** The items of a list; a line of text may be a list in itself. */
function listIn(section: OutlineSection): Json {
  const items = itemsOf(section);
  return items.length === 1 && !isListAlone(section) ? (items[0] ?? "") : items;
}

/** The same of people: one whose name is a link is written as one, `[Ada Glow](https://…)`. */
function peopleIn(section: OutlineSection): Json {
  const people = listIn(section);
  const profiles = linksIn(section);
  const withProfile = (said: string): string => {
    const own = profiles.filter(({ words }) => said.startsWith(words));
    const [only] = own;
    return own.length === 1 && only ? `[${only.words}](${only.url})${said.slice(only.words.length)}` : said;
  };
  return Array.isArray(people)
    ? people.map((one) => (typeof one === "string" ? withProfile(one) : one))
    : typeof people === "string"
      ? withProfile(people)
      : people;
}

function toFound(value: string | undefined): Found | undefined {
  return value === undefined || value === "" ? undefined : { value };
}

/** What a file is called: its own name, of an index its folder's. One that is but a key becomes words. */
export function fileName(path: string): string {
  const [file = "", folder] = path.split("/").reverse();
  const name = posix.basename(file).replace(/\.(?:md|markdown)$/i, "");
  const own = /^(?:index|readme)$/i.test(name) && folder !== undefined ? folder : name;
  // A date is no key.
  return /^(?=.*\p{Ll})[\p{Ll}\p{N}]+(?:[-_][\p{Ll}\p{N}]+)*$/u.test(own) ? toWords(own) : own;
}
