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
  for (const { key, field } of listNamedFields(config)) {
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

function listNamedFields({ order: { by = [], within } }: Config): { key: (string | number)[]; field: string }[] {
  return [
    ...by.map((field, at) => ({ key: ["order", "by", at], field })),
    ...(typeof within === "string" ? [{ key: ["order", "within"], field: within }] : []),
  ];
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

async function findStrangers({ byId }: Library, { order: { within } }: Config, file: string): Promise<Finding[]> {
  if (typeof within === "string") return [];
  const names = [...byId.values()].flatMap(({ id, slug, formerSlugs }) => [id, slug, ...formerSlugs]);
  const findings: Finding[] = [];
  for (const [at, name] of within.entries()) {
    if (names.includes(name)) continue;
    const nearest = nearestName(name, names);
    findings.push({
      ...FINDING,
      found: `${await placeInConfig(file, ["order", "within", at])}: order.within: no pattern has the slug or id “${name}”`,
      expected: nearest === undefined ? "the slug or id of a pattern" : `“${nearest}”, if that is meant`,
      mend: "write it as the pattern has it, or take the line out",
    });
  }
  return findings;
}

const FINDING = { rule: "order-fits-library", severity: "warning" } as const;
