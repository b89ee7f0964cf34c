import { existsSync } from "node:fs";
import { type Config, ConfigError, placeInConfig } from "../config/read-config.js";
import type { Finding } from "../library/rules/rule.js";
import { displayPath } from "./settings.js";

/**
 * Files among a user's templates that have no effect, or that use elements which an edition cannot show.
 * @param file the configuration's
 * @throws ConfigError where there is no such folder, TemplateError where its tokens cannot be read
 */
export async function inspectTemplates({ templates }: Config, file: string): Promise<Finding[]> {
  if (templates === undefined) return [];
  const name = displayPath(templates);
  if (!existsSync(templates)) {
    const where = await placeInConfig(file, ["templates"]);
    throw new ConfigError(
      `${where}: templates: there is no folder ${name}; expected one with templates of your own, or a package that is installed`,
    );
  }
  const { inspectHouse } = await import("../restyling/inspect.js");
  return inspectHouse(templates, name);
}
