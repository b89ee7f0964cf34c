import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { FrontMatter } from "../front-matter/index.js";
import type { DialectName } from "../pattern.js";
import { EMPTY_RULE, overlay, type ReadingRule } from "./rule.js";
import { ruleFile } from "./schema.js";

const FOLDER = new URL("../../../dialects/", import.meta.url);

/** A generation of front matter: the rule that reads it, and the map by which a file of it is known. */
export interface Dialect {
  name: DialectName;
  when?: string;
  rule: ReadingRule;
}

// A file with the maps of two dialects is of the one that stands first.
const NAMES = ["tags", "classification", "ontology"] as const;

/** The rule that ships with the program for a dialect, over that of a plain file. */
export function ruleOf(name: DialectName): ReadingRule {
  const plain = load("plain").rule;
  return name === "plain" ? plain : overlay(plain, load(name).rule);
}

/** Tells a file's dialect by its front matter. */
export function openDialects(): (front: FrontMatter) => Dialect {
  const plain = load("plain");
  const dialects = NAMES.map((name): Dialect => {
    const { rule, ...dialect } = load(name);
    return { ...dialect, rule: overlay(plain.rule, rule) };
  });
  return ({ data }) => {
    const holds = (name: string | undefined): boolean => {
      const value = name === undefined ? undefined : data[name];
      return typeof value === "object" && value !== null && !Array.isArray(value);
    };
    const found = dialects.find(({ when }) => holds(when)) ?? plain;
    return data.marp === undefined ? found : { ...found, rule: overlay(found.rule, SLIDES) };
  };
}

// Of a deck of slides (Marp) `theme` is the look, and no subject.
const SLIDES: ReadingRule = { ...EMPTY_RULE, fields: { category: ["category", "categories", "group", "area"] } };

function load(name: DialectName): Dialect {
  const text = readFileSync(fileURLToPath(new URL(`${name}.yaml`, FOLDER)), "utf8");
  const { when, ...rule } = ruleFile.parse(parse(text));
  return { name, rule, ...(when === undefined ? {} : { when }) };
}
