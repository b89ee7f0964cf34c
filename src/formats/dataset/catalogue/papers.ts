import { toFileName } from "../../../library/file-name.js";
import { yearOf } from "../../../page/edition-date.js";
import { word } from "../../../page/locale.js";
import type { Basis } from "../basis.js";
import { listSnippets } from "../snippets/index.js";
import { writeCard } from "./card.js";
import type { Facts } from "./facts.js";
import { FILE_KINDS, kindOf } from "./files.js";
import type { Measured } from "./measure.js";
import { spdxName } from "./spdx.js";
import { toInstant, toVersion } from "./time.js";

/** README.md: what there is, how to load and cite it, on what terms, and what is missing. */
export function writeReadme(facts: Facts, files: readonly Measured[], basis: Basis): string {
  const scope = { facts, files: listRows(files, basis), snippets: listSnippets(basis.setting), card: writeCard(basis) };
  return render("readme", scope, basis);
}

/** llms.txt (llmstxt.org): what there is and where, and, below as many as have files of their own, each pattern. */
export function writeLlms(facts: Facts, files: readonly Measured[], basis: Basis): string {
  const written = new Set(files.map(({ path }) => path));
  const patterns = basis.library.patterns.flatMap(({ slug, title, summary }) => {
    const address = `patterns/${toFileName(slug)}.jsonld`;
    return written.has(address) ? [{ title: oneLine(title), summary: summary && oneLine(summary), address }] : [];
  });
  const shown = listRows(files, basis).filter(({ path }) => !path.endsWith("/") && path !== "llms.txt");
  return render("llms", { facts, patterns, files: shown }, basis);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[[\]]/g, "\\$&").trim();
}

/** CITATION.cff, in the Citation File Format. */
export function writeCitation(basis: Basis): string {
  const { license } = basis.config.book;
  return render("citation", { spdx: license && spdxName(license.url) }, basis);
}

export function writeLicence({ licences }: Facts, basis: Basis): string {
  return render("licence", { licences }, basis);
}

function render(name: string, scope: object, { templates, config, date, setting }: Basis): string {
  const { iris } = setting;
  const common = {
    // Every key of the book is there for the templates, filled or not.
    book: { description: undefined, publisher: undefined, license: undefined, attribution: undefined, ...config.book },
    version: toVersion(date),
    date: toInstant(date)?.slice(0, 10),
    year: yearOf(date),
    base: iris.scheme,
    dataset: iris.dataset,
    isOnWeb: iris.isWeb,
  };
  return `${templates.render(`dataset/${name}`, { ...common, ...scope }).trim()}\n`;
}

/** A file or a folder of files, as a list shows it. */
export interface FileRow {
  path: string;
  description: string;
  /** `1.2 MB`; a dash for what is not written yet. */
  size: string;
}

/** The kinds of files in their order, with the sizes of those that are written. */
export function listRows(files: readonly Measured[], { locale }: Basis): FileRow[] {
  return FILE_KINDS.flatMap(({ key, path, isOptional }): FileRow[] => {
    const own = files.filter((file) => kindOf(file.path)?.path === path);
    if (isOptional && own.length === 0) return [];
    const bytes = own.reduce((sum, file) => sum + file.bytes, 0);
    const description = word(locale, `dataset.files.${key}`);
    return [{ path, description, size: own.length === 0 ? "–" : formatBytes(bytes, locale.language) }];
  });
}

function formatBytes(bytes: number, language: string): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  const digits = value < 10 ? 1 : 0;
  return `${value.toLocaleString(language, { maximumFractionDigits: digits })} ${unit}`;
}
