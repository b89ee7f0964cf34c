import { type Config, ConfigError, placeInConfig } from "../config/read-config.js";
import { PACK_CONTENTS, type PackSettings } from "../formats/docx/pack/settings.js";
import type { Library } from "../library/library.js";
import type { NumberedPattern } from "../library/pattern.js";
import { openSelection, parseSelection, SelectionError } from "../library/select.js";
import { isSlug, toSlug } from "../library/slug.js";
import { UsageError } from "./usage-error.js";

/** What the command line says of a workshop pack, as commander hands it over. */
export interface PackOptions {
  pack?: string;
  select?: string;
  depth?: string;
  with?: string;
  format?: string;
}

/**
 * The pack that `--pack` asks for and what is built in its stead of the editions: it alone. With `--select` it is made of
 * what that names, else it is the one of that name in the configuration. Undefined where no pack is asked for.
 * @throws UsageError
 */
export function choosePack({ docx }: Config, options: PackOptions): PackSettings | undefined {
  const { pack: name, select, format } = options;
  const contents = PACK_CONTENTS.find((known) => known === options.with);
  if (name === undefined) {
    if (options.with !== undefined) throw new UsageError("--with goes with --pack: it says what a pack holds");
    return undefined;
  }
  if (!isSlug(name)) {
    throw new UsageError(`--pack “${name}”: expected lower-case letters, digits and hyphens, such as ${toSlug(name)}`);
  }
  if (format !== undefined) {
    throw new UsageError("--pack makes one Word file and no other edition; leave --format away");
  }
  if (options.with !== undefined && contents === undefined) {
    throw new UsageError(`--with ${options.with}: expected one of ${PACK_CONTENTS.join(", ")}`);
  }
  const known = docx.packs.find((pack) => pack.name === name);
  if (!known && select === undefined) throw new UsageError(describeUnknown(name, docx.packs));
  const pack: PackSettings = known ?? { name, depth: 0, with: "cards" };
  const depth = readDepth(options.depth) ?? (select === undefined ? pack.depth : 0);
  return { ...pack, depth, with: contents ?? pack.with, ...(select === undefined ? {} : { select }) };
}

/**
 * Refuses packs of the configuration that no pattern goes into, before anything is made.
 * @param file the configuration's
 * @param wanted by their names; all where there is none
 * @throws ConfigError with the place of their conditions
 */
export async function refuseEmptyPacks(
  library: Library,
  { docx }: Config,
  file: string,
  wanted?: string,
): Promise<void> {
  const problems: string[] = [];
  for (const [at, { name, select }] of docx.packs.entries()) {
    if (select === undefined || (wanted !== undefined && name !== wanted)) continue;
    const key = ["docx", "packs", at, "select"];
    const where = `${await placeInConfig(file, key)}: ${key.join(".")}`;
    const { matches, refused } = tryOpening(select, library);
    if (refused !== undefined) problems.push(`${where}: ${refused}`);
    if (!matches || library.patterns.some(matches)) continue;
    problems.push(
      `${where}: none of the ` +
        `${library.patterns.length} patterns meets “${select}”; expected one at least for the pack “${name}”: ` +
        "correct its conditions or remove it",
    );
  }
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
}

function tryOpening(
  select: string,
  library: Library,
): { matches?: (pattern: NumberedPattern) => boolean; refused?: string } {
  try {
    return { matches: openSelection(parseSelection(select), library) };
  } catch (error) {
    if (error instanceof SelectionError) return { refused: error.message.replace(/^--select: /, "") };
    throw error;
  }
}

/** How many steps of `requires` are followed from the chosen patterns; undefined where nothing is said of it. */
export function readDepth(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (/^\d$/.test(written)) return Number(written);
  throw new UsageError(`--depth ${written}: expected a number from 0 to 9, the steps to what the patterns require`);
}

function describeUnknown(name: string, packs: readonly PackSettings[]): string {
  const known = packs.map((pack) => pack.name).join(", ");
  const named = known === "" ? "" : `one of ${known}, which the configuration has, or `;
  return `--pack ${name}: there is no such pack; expected ${named}--select with what goes into it`;
}
