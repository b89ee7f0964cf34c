import type { Config } from "../config/read-config.js";
import { explain, findPattern } from "../library/explain.js";
import { explainFields } from "../library/explain-fields.js";
import type { Library } from "../library/library.js";
import { nearestName } from "../library/nearest-name.js";
import { openRules } from "../library/reading/choose.js";
import { ruleOf } from "../library/reading/dialects.js";
import { EMPTY_RULE, overlay } from "../library/reading/rule.js";
import { RULES } from "../library/rules/index.js";
import { coloursFor } from "../report/colour.js";
import { formatExplanation } from "../report/explanation.js";
import { formatFields } from "../report/fields.js";
import { printable } from "../report/printable.js";
import { readLibrary, withWorkplace } from "../workplace/workplace.js";
import { asCalled } from "./called-by-npx.js";
import { displayPath, type LibraryOptions, settle } from "./settings.js";
import { UsageError } from "./usage-error.js";

/** `pattern-press explain`: says why a pattern has its number, and where its fields come from. Returns the exit status. */
export async function runExplain(
  name: string,
  source: string | undefined,
  options: LibraryOptions,
  signal: AbortSignal,
): Promise<number> {
  const { config, ...settings } = await settle(source, options);
  const workplace = { ...settings, signal, progress: () => {} };
  const library = await withWorkplace(workplace, (place) => readLibrary(config, place));
  const pattern = findPattern(library, name);
  const explanation = pattern && explain(library, pattern);
  const folder = displayPath(config.source);
  if (!explanation) {
    const rule = describeRule(name, config);
    if (rule === undefined) throw new UsageError(describeMissing(library, name, folder));
    console.log(rule);
    return 0;
  }
  const colours = coloursFor(process.stdout);
  const { universality } = config.order;
  const choice = openRules(config.read, config.links)(pattern.source.path);
  const reader = overlay(ruleOf(pattern.dialect), choice?.rule ?? EMPTY_RULE);
  const fields = formatFields(explainFields(pattern, reader), {
    file: `${folder}/${pattern.source.path}`,
    rule: choice?.index === undefined ? undefined : `rule ${choice.index + 1} of read`,
    dialect: pattern.dialect,
    colours,
  });
  const words = formatExplanation(explanation, {
    folder,
    universality,
    within: describeOrder(library.within),
    colours,
  });
  console.log(`${asCalled(words)}\n\n${fields}`);
  return 0;
}

/** How patterns follow each other in a chapter, by the fields that sort them. */
function describeOrder(fields: readonly string[]): string {
  if (fields.length === 0) return "as book.yaml lists them, then by title";
  const rest = fields.includes("title") ? "id" : "title";
  return `by ${[...fields, rest].join(", then by ")}`;
}

/** What a rule holds, whose it is, and what the configuration makes of it; undefined for what is no rule's id. */
function describeRule(id: string, { extended, rules }: Config): string | undefined {
  const rule = [...RULES, ...extended.rules].find((one) => one.id === id);
  if (!rule) return undefined;
  const whose = rule.extension === undefined ? "a rule of ours" : `a rule of ${rule.extension}`;
  const level = rules[id];
  const set = level === undefined ? "" : `; book.yaml sets it to ${JSON.stringify(level)}`;
  return printable(`${id}: ${rule.summary} (${rule.severity}, ${whose}${set})`);
}

function describeMissing({ patterns, duplicates, failed }: Library, name: string, folder: string): string {
  const leftOut = duplicates.find(({ pattern }) => pattern.id === name || pattern.slug === name);
  if (leftOut) {
    const { pattern, first, shared } = leftOut;
    return `${folder}/${pattern.source.path} has no number: ${first.source.path} has its ${shared} too, and comes first`;
  }
  const unread = failed.find(({ path }) => path === name || path.endsWith(`/${name}.md`) || path === `${name}.md`);
  if (unread) return `${folder}/${unread.path} has no number: it cannot be read; run pattern-press check`;
  const nearest = nearestName(
    name,
    patterns.map(({ slug }) => slug),
  );
  const meant = nearest === undefined ? "" : ` (did you mean “${nearest}”?)`;
  return `no pattern of ${folder} is called “${name}”${meant}; expected an id, a slug or a number from 1 to ${patterns.length}`;
}
