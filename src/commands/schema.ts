import { nearestName } from "../library/nearest-name.js";
import { UsageError } from "./usage-error.js";

/** What there are schemas of, each loaded when it is asked for. */
const SCHEMAS: Readonly<Record<string, () => Promise<object>>> = {
  book: async () => (await import("../config/json-schema.js")).bookSchema(),
  pattern: async () => (await import("../library/reading/front-matter-schema.js")).frontMatterSchema(),
};

/** `pattern-press schema book|pattern`: prints a JSON Schema for editors. Returns the exit status. */
export async function runSchema(name: string): Promise<number> {
  const make = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
  if (!make) {
    const known = Object.keys(SCHEMAS);
    throw new UsageError(`schema ${name}: expected ${nearestName(name, known) ?? known.join(" or ")}`);
  }
  console.log(JSON.stringify(await make(), null, 2));
  return 0;
}
