import type { Pluggable } from "unified";
import { z } from "zod";
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

/** What the default export of an extension may hold. Each message says what is expected. */
export const contract = z.strictObject(
  {
    rules: list(rule, "a list of rules"),
    remark: list(plugin, "a list of plugins"),
    rehype: list(plugin, "a list of plugins"),
  },
  "{ rules, remark, rehype }",
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
  const known = keysAt(issue.path);
  const nearest = nearestName(unknown, known);
  return `${where}found “${unknown}”; expected ${nearest === undefined ? `only ${known.join(", ")}` : `“${nearest}”, if that is meant`}`;
}

function keysAt(path: readonly PropertyKey[]): string[] {
  if (path.length === 0) return Object.keys(contract.shape);
  return Object.keys(path[0] === "rules" ? rule.shape : breach.shape);
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
