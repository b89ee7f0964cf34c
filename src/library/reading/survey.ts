import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openBody } from "../body/open-body.js";
import { guessLanguage, namesIn } from "../body/roles.js";
import { SourceError } from "../failure.js";
import { parseFrontMatter } from "../front-matter/index.js";
import type { LeftOut } from "../library.js";
import { listSourceFiles } from "../source-files.js";
import { decode } from "../source-text.js";
import { openRules } from "./choose.js";
import { findElement } from "./elements.js";
import { firstHeading } from "./first-heading.js";
import { macrosIn, ownAddressesIn } from "./machinery.js";
import { outline } from "./outline.js";

/** What a file of a library that nobody has described holds: enough to see where its fields stand. */
export interface SurveyedFile {
  path: string;
  /** Names of its fields. */
  keys: string[];
  /** Its headings, each once: `## Patlet`. */
  headings: string[];
  /** Those of them that are about related patterns. */
  related: string[];
  /** Whether a heading is its title. */
  hasTitle: boolean;
  /** Elements that a field may stand in: a summary that is not that of details. */
  elements: string[];
  /** What a program of the library's own would fill in, as `drop` names it. */
  macros: string[];
  /** Where its links lead that have a scheme of the library's own. */
  ownAddresses: string[];
}

export interface Survey {
  files: SurveyedFile[];
  leftOut: LeftOut[];
  /** Files that cannot be read. */
  failed: string[];
}

/**
 * Looks into every file that would be a pattern of a library.
 * @throws SourceFolderError
 */
export async function survey(folder: string): Promise<Survey> {
  const { read, leftOut } = await listSourceFiles(folder, openRules(undefined, {}));
  // Templates are looked at as well: the rules of a configuration name them.
  const templates = leftOut.filter(({ why }) => why === "template").map(({ path }) => path);
  const found: Survey = { files: [], leftOut: leftOut.filter(({ why }) => why !== "template"), failed: [] };
  for (const path of [...read.keys(), ...templates].sort()) {
    const file = look(path, await readFile(join(folder, path)));
    if (file === undefined) found.failed.push(path);
    else if (file === "draft") found.leftOut.push({ path, why: "draft" });
    else found.files.push(file);
  }
  return found;
}

// Of files that state none, as long as nobody says otherwise.
const EXPECTED = "en";

function look(path: string, bytes: Uint8Array): SurveyedFile | "draft" | undefined {
  try {
    const front = parseFrontMatter(decode(bytes).text);
    if (front.data.draft === true) return "draft";
    const body = openBody(front.body);
    const { tree } = body;
    const sections = outline(tree);
    const titles = sections.map(({ title }) => title);
    const names = namesIn(guessLanguage(titles, EXPECTED));
    const nameOf = ({ heading, title }: (typeof sections)[number]): string => `${"#".repeat(heading.depth)} ${title}`;
    return {
      path,
      keys: Object.entries(front.data).flatMap(([key, value]) => (value === null || value === "" ? [] : [key])),
      headings: [...new Set(sections.map(nameOf))],
      related: [...new Set(sections.filter(({ title }) => names.roleOf(title) === "related-patterns").map(nameOf))],
      hasTitle: firstHeading(tree, sections, names) !== undefined,
      elements: findElement(body, "summary") ? ["<summary>"] : [],
      macros: macrosIn(body.observations),
      ownAddresses: ownAddressesIn(tree),
    };
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}
