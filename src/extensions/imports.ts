import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { init, parse } from "es-module-lexer";
import { isWithin } from "./locate.js";

/** Imports that cannot be followed; the message says what was found and expected. */
export class ImportError extends Error {
  /** The files that were followed, and the one that is not there: what the next try depends on. */
  files: readonly string[] = [];
}

/** The files that a module is made of. */
export interface Made {
  /** Paths of the module and of all that it imports from the folder. */
  files: string[];
  /** SHA-256 over those, and over the packages that they import, hex; the same on every machine. */
  sha256: string;
}

/**
 * Follows the imports of a module, without running any: within the folder of the configuration, and into packages.
 * @param folder the configuration's
 * @param file the module's real path
 * @throws ImportError where an import leads out of the folder, or is known only at run time
 */
export async function followImports(folder: string, file: string): Promise<Made> {
  await init;
  const root = realpathSync(folder);
  const files = new Set<string>();
  const packages = new Map<string, string>();
  const waiting = [file];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (files.has(next)) continue;
    files.add(next);
    try {
      for (const specifier of specifiersOf(next, nameIn(root, next))) {
        if (isOfNode(specifier)) continue;
        if (/^\.\.?\//.test(specifier)) waiting.push(locateImport(root, next, specifier));
        else notePackage(packageOf(specifier, nameIn(root, next)), dirname(next), packages);
      }
    } catch (error) {
      if (error instanceof ImportError) error.files = [...files, ...waiting, ...error.files];
      throw error;
    }
  }
  const hash = createHash("sha256");
  for (const path of [...files].sort()) hash.update(`${nameIn(root, path)}\n`).update(hashOf(path));
  for (const [name, sum] of [...packages].sort()) hash.update(`${name}\n${sum}\n`);
  return { files: [...files], sha256: hash.digest("hex") };
}

function nameIn(root: string, path: string): string {
  return `./${relative(root, path).split(sep).join("/")}`;
}

function isOfNode(specifier: string): boolean {
  return specifier.startsWith("node:") || builtinModules.includes(specifier);
}

/** Other files that a module names as lying beside it: what it reads of them is part of it. */
const BESIDE = /\bnew\s+URL\(\s*(["'])(\.\.?\/[^"'\n]+)\1\s*,\s*import\.meta\.url\s*\)/g;

function specifiersOf(path: string, name: string): string[] {
  if (/\.c[jt]s$/.test(path))
    throw new ImportError(`${name}: found a CommonJS module; expected .mjs, or .js with import`);
  if (!/\.m?js$/.test(path)) return [];
  const text = readFileSync(path, "utf8");
  const imports = lex(text, name);
  const specifiers = imports.flatMap(({ n: written, d: dynamic }) => {
    if (written !== undefined) return [written];
    // import.meta stands among them.
    if (dynamic < 0) return [];
    throw new ImportError(
      `${name}: found import(…) of what is known only at run time; expected an address in quotation marks: what is made with an extension is kept by all that it imports`,
    );
  });
  return [...specifiers, ...[...text.matchAll(BESIDE)].flatMap(([, , beside]) => beside ?? [])];
}

function lex(text: string, name: string) {
  try {
    return parse(text, name)[0];
  } catch {
    // What is no JavaScript says so better when it is loaded.
    return [];
  }
}

function locateImport(root: string, from: string, specifier: string): string {
  const path = resolve(dirname(from), specifier.replace(/[?#].*$/, ""));
  const at = `${nameIn(root, from)}: found the import of ${specifier}`;
  if (!existsSync(path)) {
    const error = new ImportError(
      `${at}, which is not there; expected a file, with its extension, such as ./words.mjs`,
    );
    throw Object.assign(error, { files: [path] });
  }
  if (isWithin(root, path)) return realpathSync(path);
  throw new ImportError(`${at}, which lies outside of the folder of the configuration; expected a file in it`);
}

function packageOf(specifier: string, name: string): string {
  if (/^(?:[\\/#]|[a-z][a-z\d+.-]*:)/i.test(specifier)) {
    throw new ImportError(
      `${name}: found the import of ${specifier}; expected a file beside it (./words.mjs) or the name of a package`,
    );
  }
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

/** Notes a package and those that it depends on, each with the hash of its code; one that is not there says so when it is loaded. */
function notePackage(name: string, from: string, packages: Map<string, string>): void {
  const folder = findPackage(name, from);
  const key = folder === undefined ? name : `${name} ${versionOf(folder).version}`;
  if (packages.has(key)) return;
  packages.set(key, folder === undefined ? "" : hashOfFolder(folder));
  if (folder === undefined) return;
  for (const needed of Object.keys(versionOf(folder).dependencies)) notePackage(needed, folder, packages);
}

/** Where node finds a package: in the nearest `node_modules` above. */
function findPackage(name: string, from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const path = join(folder, "node_modules", name);
    if (existsSync(path)) return realpathSync(path);
    if (dirname(folder) === folder) return undefined;
  }
}

function versionOf(folder: string): { version: string; dependencies: object } {
  const path = join(folder, "package.json");
  const known: unknown = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const said = typeof known === "object" && known !== null ? known : {};
  return {
    version: "version" in said ? String(said.version) : "",
    dependencies: "dependencies" in said && said.dependencies instanceof Object ? said.dependencies : {},
  };
}

/** SHA-256 over the code and the data of a package, without what lies in it of other packages. */
function hashOfFolder(folder: string): string {
  const hash = createHash("sha256");
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules") hash.update(entry.name).update(hashOfFolder(path));
    else if (entry.isFile() && /\.(?:[cm]?js|json|wasm|ya?ml)$/.test(entry.name))
      hash.update(entry.name).update(hashOf(path));
  }
  return hash.digest("hex");
}

function hashOf(path: string): string {
  if (statSync(path).isDirectory()) return hashOfFolder(path);
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
