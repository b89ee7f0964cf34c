import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { followImports, ImportError } from "../extensions/imports.js";
import { locateModule } from "../extensions/locate.js";
import { findTheme } from "./find-theme.js";

/** What a build reads: absolute paths. */
export interface Inputs {
  /** Folders, with all that is in them. */
  folders: string[];
  files: string[];
}

// Only the keys that name files; the build reports whatever else is wrong with a configuration.
const naming = z.looseObject({
  source: z.string().optional().catch(undefined),
  templates: z.string().optional().catch(undefined),
  extend: z.array(z.string()).default([]).catch([]),
  docx: z
    .looseObject({ reference: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  pdf: z
    .looseObject({
      press: z
        .looseObject({ profile: z.string().optional().catch(undefined) })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  languages: z.record(z.string(), z.unknown()).default({}).catch({}),
});

/**
 * The files and folders that a configuration names, whatever else it says; no code of an extension is run.
 * @param file of the configuration, where there is one
 * @param source the folder of the patterns, where it is not the configuration's
 * @returns undefined while the configuration is no YAML: it may be half written
 */
export async function listInputs(file: string | undefined, source: string | undefined): Promise<Inputs | undefined> {
  if (file === undefined) return { folders: [resolve(source ?? "patterns")], files: [resolve("book.yaml")] };
  const folder = dirname(resolve(file));
  const said = readNaming(file);
  if (!said) return undefined;
  const all = [said, ...Object.values(said.languages).flatMap((own) => naming.safeParse(own).data ?? [])];
  const sources = source === undefined ? all.flatMap((each) => each.source ?? []) : [];
  const own =
    source === undefined
      ? (sources.length > 0 ? sources : ["patterns"]).map((path) => resolve(folder, path))
      : [resolve(source)];
  const themes = all.flatMap(({ templates }) => (templates === undefined ? [] : [findTheme(folder, templates)]));
  const named = all.flatMap(({ docx, pdf }) => [docx?.reference ?? [], pdf?.press?.profile ?? []].flat());
  const modules = await Promise.all(said.extend.map((written) => listModules(folder, written)));
  return {
    folders: [...new Set([...own, ...themes])],
    files: [...new Set([resolve(file), ...named.map((path) => resolve(folder, path)), ...modules.flat()])],
  };
}

function readNaming(file: string): z.infer<typeof naming> | undefined {
  try {
    return naming.safeParse(parse(readFileSync(file, "utf8")) ?? {}).data;
  } catch {
    return undefined;
  }
}

/** A module of an extension and what it imports, as far as that can be followed. */
async function listModules(folder: string, written: string): Promise<string[]> {
  const found = locateModule(folder, written);
  const path = resolve(folder, written);
  if (typeof found !== "string") return [path];
  const { files } = await followImports(folder, found).catch((error: unknown) => {
    if (error instanceof ImportError) return error;
    throw error;
  });
  return [path, found, ...files];
}
