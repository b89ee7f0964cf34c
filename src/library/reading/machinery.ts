import type { Root } from "mdast";
import { visit } from "../../trees/visit.js";
import type { Observation } from "../pattern.js";

// Markup that stands for words; it is printed as written unless the configuration drops it.
const PRINTED = new Set(["filled-in", "liquid-tag", "shortcode", "template"]);

/** What a library's program fills in in the midst of its text, each sort once, as `drop` names it: `{{define:*}}`. */
export function macrosIn(observations: readonly Observation[]): string[] {
  const found = observations.filter(({ rule, detail }) => rule === "no-foreign-markup" && PRINTED.has(detail ?? ""));
  return [...new Set(found.flatMap(({ found }) => toDropped(found) ?? []))];
}

/** What differs from place to place as a star: `{{ page.title }}` stays, `{% include fire.html %}` is `{% include*%}`. */
function toDropped(written: string): string | undefined {
  const [, macro] = /^(\{\{\s*[\w-]+:)/.exec(written) ?? [];
  if (macro) return `${macro}*}}`;
  const [, tag, name = ""] = /^(\{[{%][<%]?-?|<%)\s*([\w.-]*)/.exec(written) ?? [];
  if (tag === undefined) return undefined;
  const [, end = "}}"] = /([>%]?\}\}|%\}|%>)…?$/.exec(written) ?? [];
  const blank = /^\S+\s/.test(written) ? " " : "";
  return tag.startsWith("{{") && end === "}}" ? written : `${tag}${blank}${name}*${end}`;
}

// Schemes of the web, and of what every edition may link to.
const KNOWN = new Set("http https mailto tel doi ftp data file urn geo sms javascript".split(" "));

/** The addresses of links whose scheme is the library's own: `section:rounds`. */
export function ownAddressesIn(tree: Root): string[] {
  const found: string[] = [];
  visit(tree, "link", ({ url }) => {
    const [, scheme] = /^([a-z][\w-]*):(?!\/\/)[^\s/]/i.exec(url) ?? [];
    if (scheme && !KNOWN.has(scheme.toLowerCase())) found.push(url);
  });
  return found;
}
