import type { Finding } from "../library/rules/rule.js";
import { editionsOf, type Medium } from "./editions.js";
import { findTags, type Tag } from "./find-elements.js";
import type { House } from "./find-unused.js";

/**
 * HTML in the templates of a house that an edition it is for cannot show. What ours of the same path has is shown.
 * @param readOurs the text of one of ours
 */
export function findUnshown(house: House, readOurs: (path: string) => string): Finding[] {
  const { files, ours, read } = house;
  const readAny = (name: string): string | undefined => {
    const path = `${name}.liquid`;
    return files.includes(path) ? read(path) : ours.includes(path) ? readOurs(path) : undefined;
  };
  const names = [...new Set([...files, ...ours])].filter(isTemplate).map((path) => path.replace(/\.liquid$/, ""));
  const editions = editionsOf(names, readAny);
  return files.filter(isTemplate).flatMap((path) => {
    const known = new Set((ours.includes(path) ? findTags(readOurs(path)) : []).map(({ name }) => name));
    const media = editions.get(path.replace(/\.liquid$/, "")) ?? [];
    return findTags(read(path)).flatMap((tag) => {
      const without = known.has(tag.name) ? [] : media.filter((medium) => !canShow(medium, tag));
      return without.length === 0 ? [] : [describe(`${house.name}/${path}:${tag.line}:${tag.column}`, tag, without)];
    });
  });
}

function isTemplate(path: string): boolean {
  return path.endsWith(".liquid");
}

/** Attributes that run, and files beside a template, are in no edition. */
function canShow({ shows }: Medium, { name, element }: Tag): boolean {
  return name === `<${element}>` && shows(element);
}

function describe(where: string, { name, element }: Tag, media: readonly Medium[]): Finding {
  const isFile = name.startsWith("<") && name !== `<${element}>`;
  return {
    rule: "elements-are-known",
    severity: "warning",
    found: `${where}: ${name} in a template, which ${list(media.map((medium) => medium.name))} cannot show`,
    expected: isFile ? "a drawing that stands in the template as <svg>" : "elements that every edition of it can show",
    mend: isFile
      ? "no edition takes files along that a template names: put the drawing itself into it"
      : "use another element, or move it into a template that only the editions use which can show it",
  };
}

function list(names: readonly string[]): string {
  const [last = "", ...others] = names.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`;
}
