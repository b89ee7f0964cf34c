import type { Pluggable } from "unified";
import { z } from "zod";
import type { Locations } from "../formats/locations.js";
import type { Settings } from "../formats/settings.js";
import type { Library } from "../library/library.js";
import { nearestName } from "../library/nearest-name.js";
import type { Breach, Rule } from "../library/rules/rule.js";

const text = z.string({ error: "a text" }).min(1, "a text with something in it");

/** A function of an extension: what it takes and gives is looked at when it is called. */
function work<Work>(what: string) {
  return z.custom<Work>((value) => typeof value === "function", what);
}

const rule = z.strictObject(
  {
    id: z
      .string({ error: "an id that says what should hold, such as titles-are-short" })
      .regex(/^[a-z][a-z\d]*(?:-[a-z\d]+)+$/, "an id that says what should hold, such as titles-are-short"),
    severity: z.enum(["error", "warning", "info"], "error, warning or info"),
    summary: text,
    ofTexts: z.boolean("true or false").optional(),
    check: work<(library: Library) => Iterable<Breach>>("a function that takes the library").optional(),
    describe: work<NonNullable<Rule["describe"]>>("a function that takes an observation").optional(),
  },
  "a rule: { id, severity, summary, check }",
);

const A_PLUGIN = "a plugin of unified, or [plugin, options]";
const plugin = z.custom<Pluggable>(
  (value) => typeof value === "function" || (Array.isArray(value) && typeof value[0] === "function"),
  A_PLUGIN,
);

function list<Item extends z.ZodType>(item: Item, what: string) {
  return z.array(item, what).optional();
}

// What of the configuration a format may ask for, and which places in other editions.
const SETTINGS = ["book", "words", "pdf", "epub", "docx", "dataset"] as const satisfies readonly (keyof Settings)[];
const PLACES = [
  "print",
  "pages",
  "sections",
  "epub",
  "handout",
  "card",
  "packs",
] as const satisfies readonly (keyof Locations)[];

const format = z.strictObject(
  {
    name: z
      .string({ error: "a name of small letters, as --format takes it" })
      .regex(/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/, "a name of small letters, as --format takes it"),
    uses: list(z.enum(SETTINGS, `one of ${SETTINGS.join(", ")}`), "a list of keys of the configuration"),
    needs: list(z.enum(PLACES, `one of ${PLACES.join(", ")}`), "a list of places"),
    gives: list(z.enum(PLACES, `one of ${PLACES.join(", ")}`), "a list of places"),
    begin: work("a function that takes what is known before the library is read").optional(),
    render: work("a function that takes the library and the context, and yields files"),
  },
  "a format: { name, render }",
);

const locales = z.record(
  z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z\d]{1,8})*$/, "the tag of a language, such as fi or pt-BR"),
  z.record(z.string(), z.json("words, and maps of words"), "words by their keys, as in locales/en.yaml"),
  "words by languages: { fi: { … } }",
);

const presets = z.record(
  z.string().regex(/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/, "the name of a preset in small letters"),
  z.record(z.string(), z.json("texts, numbers, lists and maps"), "tokens by their keys, as in tokens.yaml"),
  "presets by their names: { large-print: { … } }",
);

/** What the default export of an extension may hold. Each message says what is expected. */
export const contract = z.strictObject(
  {
    rules: list(rule, "a list of rules"),
    remark: list(plugin, "a list of plugins"),
    rehype: list(plugin, "a list of plugins"),
    formats: list(format, "a list of formats"),
    locales: locales.optional(),
    tokens: presets.optional(),
  },
  "{ formats, rules, remark, rehype, locales, tokens }",
);

// Folders and files of the output that are taken.
const TAKEN = /^(?:book|epub|handouts|dataset|web|index\.html|manifest\.json|SHA256SUMS)(?:\/|$)/i;
const A_PATH = "a path of its own in the output, such as notes/all.txt, with / and without ..";

/** A file that the format of an extension makes. */
export const artifact = z.strictObject(
  {
    path: z
      .string({ error: A_PATH })
      .regex(/^[^/\\:\p{Cc}]+(?:\/[^/\\:\p{Cc}]+)*$/u, A_PATH)
      .refine((path) => !TAKEN.test(path) && !path.split("/").some((part) => /^\.*$/.test(part)), A_PATH),
    mediaType: z
      .string({ error: "a media type, such as text/plain" })
      .regex(/^\w+\/[\w.+-]+(?:;.*)?$/, "a media type, such as text/plain"),
    content: z.union(
      [z.instanceof(Uint8Array), z.strictObject({ file: text })],
      "bytes (Buffer.from(text)), or { file }",
    ),
  },
  "{ path, mediaType, content }",
);

const place = z.object(
  {
    line: z.int("a line, counted from 1").positive("a line, counted from 1"),
    column: z.int("a column, counted from 1").positive("a column, counted from 1"),
  },
  "{ line, column }",
);

/** What the rule of an extension says of one breach. */
export const breach = z.strictObject(
  {
    file: text.optional(),
    place: place.optional(),
    found: text,
    expected: text,
    mend: text,
    other: z.strictObject({ file: text, place: place.optional() }, "{ file, place }").optional(),
  },
  "{ file, place, found, expected, mend }",
);

/** What is wrong with a value by its schema, the first thing of it: `rules.0.severity: found “grave”, expected …`. */
export function describeMisfit({ issues: [issue] }: z.ZodError, value: unknown): string {
  if (!issue) return "";
  const at = issue.path.map(String).join(".");
  const where = at === "" ? "" : `${at}: `;
  if (issue.code !== "unrecognized_keys") {
    return `${where}found ${show(valueAt(value, issue.path))}; expected ${issue.message}`;
  }
  const [unknown = ""] = issue.keys;
  const known = keysAt(value, issue.path);
  const nearest = nearestName(unknown, known);
  return `${where}found “${unknown}”; expected ${nearest === undefined ? `only ${known.join(", ")}` : `“${nearest}”, if that is meant`}`;
}

function keysAt(whole: unknown, [first]: readonly PropertyKey[]): string[] {
  if (first === "rules") return Object.keys(rule.shape);
  if (first === "formats") return Object.keys(format.shape);
  if (typeof whole === "object" && whole !== null && "path" in whole) return Object.keys(artifact.shape);
  return Object.keys(typeof whole === "object" && whole !== null && "found" in whole ? breach.shape : contract.shape);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

// Characters of a text that is shown.
const SHOWN = 60;

function show(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return value === "" ? "an empty text" : `“${value.slice(0, SHOWN)}”`;
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
