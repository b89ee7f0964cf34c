import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { type Extended, NOT_EXTENDED } from "../extensions/extension.js";
import { ExtensionError } from "../extensions/extension-error.js";
import { SettingError } from "../formats/setting-error.js";
import { settle } from "../formats/settings.js";
import { nearestName } from "../library/nearest-name.js";
import { findTheme } from "./find-theme.js";
import { knownKeys } from "./known-keys.js";
import { inLanguage, mergeKeys, nearestOf } from "./languages.js";
import { extend, type Said, schema, schemaWith } from "./schema.js";

/** What a configuration says, and what its extensions add. */
export interface Config extends Said {
  extended: Extended;
  /** Folders of what extensions bring of words and tokens, between the user's templates and ours. */
  shelves: readonly string[];
}

/** The configuration is missing, is not YAML, or says something it cannot mean. Exit status 2. */
export class ConfigError extends Error {}

/**
 * Reads a configuration file; paths in it are made absolute, relative to the file. Throws ConfigError.
 * @param language of the book, where it is another than the file's
 */
export async function readConfig(path: string, language?: string): Promise<Config> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new ConfigError(`${path}: there is no such file; write one, or leave --config away`);
  });
  const folder = dirname(resolve(path));
  const extended = await loadExtensions(text, path, folder);
  const config = parseConfig(text, path, language, extended);
  const settled = await settle(config, folder).catch((error: unknown) => {
    throw error instanceof SettingError ? new ConfigError(`${path}: ${error.message}`) : error;
  });
  return {
    ...settled,
    source: resolve(folder, config.source),
    ...(config.templates ? { templates: findTheme(folder, config.templates) } : {}),
  };
}

/** The configuration of a library that has no configuration file. */
export function defaultConfig(language?: string): Config {
  return { ...inLanguage(schema.parse({}), language), extended: NOT_EXTENDED, shelves: [] };
}

/** The extensions that a configuration names; none where what it says of them cannot be read, which is told later. */
async function loadExtensions(text: string, path: string, folder: string): Promise<Extended> {
  const { document, at } = openDocument(text, path);
  const said: unknown = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 10 });
  const names = typeof said === "object" && said !== null && "extend" in said ? said.extend : undefined;
  const { data: written = [] } = extend.safeParse(names);
  if (written.length === 0) return NOT_EXTENDED;
  const { loadExtensions: load } = await import("../extensions/load.js");
  return load(folder, written).catch((error: unknown) => {
    if (!(error instanceof ExtensionError)) throw error;
    const { index, message } = error;
    throw new ConfigError(
      `${at(offsetOf(document, ["extend", index]))}: extend.${index}: ${written[index]}: ${message}`,
    );
  });
}

/**
 * Where a key of a configuration file stands: `book.yaml:12:5`.
 * @param others where it stands if not there
 */
export async function placeInConfig(
  path: string,
  key: readonly (string | number)[],
  ...others: (readonly (string | number)[])[]
): Promise<string> {
  const { document, at } = openDocument(await readFile(path, "utf8"), path);
  return at(offsetOf(document, [key, ...others].find((each) => document.hasIn(each)) ?? key));
}

function openDocument(text: string, path: string) {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const at = (offset: number): string => {
    const { line, col } = lineCounter.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  return { document, at };
}

/** Keys that nothing is known of, what each probably means, and what may stand there; none where any may. */
function describeUnknown({ keys, path, message }: z.core.$ZodIssueUnrecognizedKeys): string {
  const known = knownKeys(schema, path);
  if (known.length === 0) return message;
  const unknown = keys.map((key) => {
    const meant = nearestName(key, known);
    return `“${key}”${meant === undefined ? "" : ` (did you mean “${meant}”?)`}`;
  });
  return `there is no key ${unknown.join(", ")}; known here: ${known.join(", ")}`;
}

/**
 * YAML → configuration with every default filled in. Throws ConfigError with file:line:column.
 * @param language of the book, where it is another than the file's
 * @param extended what its extensions add, which are loaded
 */
export function parseConfig(text: string, path: string, language?: string, extended = NOT_EXTENDED): Config {
  const { document, at } = openDocument(text, path);
  const [error] = document.errors;
  if (error) throw new ConfigError(`${at(error.pos[0])}: ${error.message}; expected valid YAML`);
  const written: unknown = document.toJS({ maxAliasCount: 10 }) ?? {};
  const whole = schemaWith(extended.rules);
  const validate = (value: unknown, within: readonly string[] = []): Said => {
    const result = whole.safeParse(value);
    if (result.success) return result.data;
    const problems = result.error.issues.flatMap(toClosest).map((issue) => {
      const where = at(offsetOf(document, [...within, ...issue.path]));
      const name = [...within, ...issue.path].join(".") || "configuration";
      const told = issue.code === "unrecognized_keys" ? describeUnknown(issue) : issue.message;
      return `${where}: ${name}: ${told}`;
    });
    throw new ConfigError(problems.join("\n"));
  };
  const config = validate(written);
  // Every language's configuration is checked, whichever one is built, so that a mistake shows early.
  const others = Object.entries(config.languages).map(
    ([tag, own]) => [tag, validate(mergeKeys(written, own), ["languages", tag])] as const,
  );
  const wanted = language ?? config.book.language;
  const [, chosen = config] = nearestOf(others, wanted) ?? [];
  const known = { ...chosen.book.known, language: config.book.language };
  const shelves = [
    ...choosePreset(chosen, extended, (message) => {
      throw new ConfigError(`${at(offsetOf(document, ["tokens"]))}: tokens: ${message}`);
    }),
    ...extended.words,
  ];
  return { ...inLanguage({ ...chosen, book: { ...chosen.book, known } }, wanted), extended, shelves };
}

/** The folder of the preset that the configuration chooses. */
function choosePreset({ tokens }: Said, { presets }: Extended, refuse: (message: string) => never): string[] {
  if (tokens === undefined) return [];
  const folder = presets.get(tokens);
  if (folder !== undefined) return [folder];
  const known = [...presets.keys()];
  const expected =
    known.length === 0 ? "the name of a preset that an extension brings (extend)" : `one of ${known.join(", ")}`;
  return refuse(`there is no preset “${tokens}”; expected ${expected}`);
}

/**
 * When a value fits none of several alternatives: the problems of the alternative that was meant, which is the one that
 * fits on the outside and fails further in.
 */
function toClosest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const meant = issue.errors.find((problems) => problems.every(isInside));
  return meant?.map((problem) => ({ ...problem, path: [...issue.path, ...problem.path] })) ?? [issue];
}

function isInside({ code, path }: z.core.$ZodIssue): boolean {
  return path.length > 0 || code === "unrecognized_keys";
}

function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  const keys = path.map((key) => (typeof key === "symbol" ? String(key) : key));
  for (let depth = keys.length; depth > 0; depth--) {
    const node = document.getIn(keys.slice(0, depth), true);
    if (isScalar(node) || (typeof node === "object" && node !== null && "range" in node)) {
      const range = (node as { range?: [number, number, number] | null }).range; // every parsed node has one
      if (range) return range[0];
    }
  }
  return 0;
}
