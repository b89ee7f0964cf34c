import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toContext } from "../../linked-data/context.js";
import { describeShapes } from "../../linked-data/ontology/shapes.js";
import { describeVocabulary } from "../../linked-data/ontology/vocabulary-file.js";
import { serializeDocument } from "../../linked-data/serialize.js";
import type { Basis } from "./basis.js";
import { describeCroissant } from "./catalogue/croissant.js";
import { describeDataPackage } from "./catalogue/datapackage.js";
import { describeCatalogue } from "./catalogue/dataset.js";
import { collectFacts } from "./catalogue/facts.js";
import { kindOf } from "./catalogue/files.js";
import { listFiles, type Measured, measure, weigh } from "./catalogue/measure.js";
import { writeCitation, writeLicence, writeLlms, writeReadme } from "./catalogue/papers.js";
import { describeSchema } from "./catalogue/schema.js";
import { writePage } from "./page/page.js";
import { writeChanges } from "./write-changes.js";
import { writePatterns } from "./write-patterns.js";
import { writeTexts } from "./write-texts.js";
import { type ZipSource, zipFiles } from "./zip.js";

const SUMS = "SHA256SUMS";

/**
 * Writes the whole dataset into a folder of its own: the patterns, then what explains them, then what lists the files
 * before it with their sizes and checksums, and at last tables, graph and papers as one zip.
 */
export async function publish(folder: string, basis: Basis): Promise<void> {
  await mkdir(folder, { recursive: true });
  const measured: Measured[] = [];
  const write = async (path: string, text: string): Promise<void> => {
    await writeFile(join(folder, path), text);
    measured.push(await measure(folder, path));
  };
  const { setting, date, config } = basis;
  const facts = collectFacts(basis);

  await writePatterns(folder, basis);
  await writeTexts(folder, basis);
  await writeChanges(folder, basis);
  for (const path of await listFiles(folder)) measured.push(await measure(folder, path));

  await write("context.jsonld", indent({ "@context": toContext(setting) }));
  await write("vocabulary.ttl", describeVocabulary(setting));
  await write("shapes.ttl", describeShapes(setting));
  await write("pattern.schema.json", indent(describeSchema(basis)));
  await write("CITATION.cff", writeCitation(basis));
  await write("LICENSE", writeLicence(facts, basis));
  await write("croissant.json", indent(describeCroissant(measured, basis)));
  await write("datapackage.json", indent(describeDataPackage(measured, basis)));
  await write("llms.txt", writeLlms(facts, measured, basis));
  const readme = writeReadme(facts, measured, basis);
  await write("README.md", readme);
  const cards = async (files: readonly Measured[]): Promise<[path: string, text: string][]> => {
    const catalogue: [string, string] = [CATALOGUE, `${serializeDocument(describeCatalogue(files, basis), setting)}\n`];
    return [catalogue, [PAGE, await writePage(facts, [...files, weigh(catalogue)], readme, basis)]];
  };
  // What lists the files lies in the zip too, and does not list it there.
  const packed = measured.filter(({ path }) => isPacked(path));
  const entries = packed.map(({ path }): ZipSource => ({ path, content: { file: join(folder, path) } }));
  const inside = await cards(measured);
  for (const [path, text] of inside) entries.push({ path, content: text });
  entries.push({ path: SUMS, content: listChecksums([...packed, ...inside.map(weigh)]) });
  await zipFiles(join(folder, ZIP), entries, { root: `${config.book.slug}-dataset`, date });
  measured.push(await measure(folder, ZIP));
  for (const [path, text] of await cards(measured)) await write(path, text);
  await writeFile(join(folder, SUMS), listChecksums(measured));
}

// What lists the files; the zip is one of them.
const [CATALOGUE, PAGE, ZIP] = ["dataset.jsonld", "index.html", "dataset.zip"];

function indent(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

// The texts one by one, and compressed as they are, would be as large again.
function isPacked(path: string): boolean {
  const group = kindOf(path)?.group;
  return path !== SUMS && (group === "table" || group === "graph" || group === "paper");
}

/** `sha256sum --check` reads it. */
function listChecksums(files: readonly Measured[]): string {
  return files
    .map(({ sha256, path }) => `${sha256}  ${path}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join("");
}
