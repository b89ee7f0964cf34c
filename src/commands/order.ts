import { type Config, ConfigError, placeInConfig } from "../config/read-config.js";
import { hasField, listFields } from "../library/field-values.js";
import { groupBy, keyOf } from "../library/groups.js";
import type { Library } from "../library/library.js";
import { nearestName } from "../library/nearest-name.js";
import type { Finding } from "../library/rules/rule.js";
import { orderOptions } from "../workplace/order-options.js";

/**
 * What a configuration says of the order that its library does not have: groups, or patterns that it lists.
 * @param file the configuration's
 * @throws ConfigError with the place of a field that no pattern has
 */
export async function inspectOrder(library: Library, config: Config, file: string): Promise<Finding[]> {
  const problems: string[] = [];
  for (const { key, field } of listNamedFields(config, library)) {
    if (hasField(library, field)) continue;
    const known = listFields(library);
    const nearest = nearestName(field, known);
    const meant = nearest === undefined ? `one of ${known.join(", ")}` : `“${nearest}”, if that is meant`;
    problems.push(
      `${await placeInConfig(file, key)}: ${key.join(".")}: no pattern has a field “${field}”; expected ${meant}`,
    );
  }
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return [...(await findGroupsWithoutPatterns(library, config, file)), ...(await findStrangers(library, config, file))];
}

interface NamedField {
  key: (string | number)[];
  field: string;
}

function listNamedFields({ order: { by = [], within } }: Config, library: Library): NamedField[] {
  const entries = typeof within === "string" || !isOfFields(within, library) ? [] : within;
  return [
    ...by.map((field, at) => ({ key: ["order", "by", at], field })),
    ...(typeof within === "string" ? [{ key: ["order", "within"], field: within }] : []),
    ...entries.map((field, at) => ({ key: ["order", "within", at], field })),
  ];
}

/** Whether a list is meant as fields: one of its entries is a field, and none that is not is a pattern. */
function isOfFields(listed: readonly string[], library: Library): boolean {
  const others = listed.filter((name) => !hasField(library, name));
  const names = namesOf(library);
  return others.length < listed.length && !listed.some((name) => names.has(name));
}

function namesOf({ byId }: Library): Set<string> {
  return new Set([...byId.values()].flatMap(({ id, slug, formerSlugs }) => [id, slug, ...formerSlugs]));
}

async function findGroupsWithoutPatterns(library: Library, config: Config, file: string): Promise<Finding[]> {
  const patterns = [...library.byId.values()];
  const options = orderOptions(config);
  const groups = library.by.flatMap((field) => groupBy(field, patterns, { ...options, names: new Map() }).groups);
  const known = groups.map(({ key }) => key).filter((key) => key !== "");
  const findings: Finding[] = [];
  for (const value of Object.keys(config.order.names)) {
    if (known.includes(keyOf(value))) continue;
    const nearest = nearestName(value, known);
    findings.push({
      ...FINDING,
      found: `${await placeInConfig(file, ["order", "names", value])}: order.names: no pattern stands in a group “${value}”`,
      expected:
        nearest === undefined
          ? `one of ${known.join(", ") || "none: the library is not grouped"}`
          : `“${nearest}”, if that is meant`,
      mend: "write the value as the patterns have it, or take the line out",
    });
  }
  return findings;
}

/** Entries of a list that are no pattern, or may be meant as a field or as a pattern. */
async function findStrangers(library: Library, { order: { within } }: Config, file: string): Promise<Finding[]> {
  if (typeof within === "string") return [];
  const names = namesOf(library);
  const isSorted = within.every((name) => hasField(library, name));
  // A list with a field that no pattern is called by can only be meant as one of fields.
  if (isSorted && !within.every((name) => names.has(name))) return [];
  const doubtful = isSorted ? within : within.filter((name) => !names.has(name));
  const findings: Finding[] = [];
  for (const name of doubtful) {
    const { found, ...rest } = isSorted ? describeAmbiguous(name) : describeStranger(name, library, names);
    const place = await placeInConfig(file, ["order", "within", within.indexOf(name)]);
    findings.push({ ...FINDING, ...rest, found: `${place}: order.within: ${found}` });
  }
  return findings;
}

type Described = Pick<Finding, "found" | "expected" | "mend">;

function describeAmbiguous(name: string): Described {
  return {
    found: `“${name}” is a field, and a pattern too; the list is read as fields`,
    expected: "a list that can only be of fields, or only of patterns",
    mend: "for patterns write their ids (explain tells them); for fields add one that no pattern is called by, such as file",
  };
}

function describeStranger(name: string, library: Library, names: ReadonlySet<string>): Described {
  const found = `no pattern has the slug or id “${name}”`;
  if (hasField(library, name)) {
    return {
      found: `${found}; it is a field, beside patterns`,
      expected: "fields alone, or slugs and ids alone",
      mend: "take the fields out of the list, or the patterns",
    };
  }
  const nearest = nearestName(name, [...names]);
  return {
    found,
    expected: nearest === undefined ? "the slug or id of a pattern" : `“${nearest}”, if that is meant`,
    mend: "write it as the pattern has it, or take the line out",
  };
}

const FINDING = { rule: "order-fits-library", severity: "warning" } as const;
