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
import { listFiles, type Measured, measure } from "./catalogue/measure.js";
import { writeCitation, writeLicence, writeReadme } from "./catalogue/papers.js";
import { describeSchema } from "./catalogue/schema.js";
import { writePage } from "./page/page.js";
import { writeChanges } from "./write-changes.js";
import { writePatterns } from "./write-patterns.js";
import { writeTexts } from "./write-texts.js";
import { zipFiles } from "./zip.js";

/**
 * Writes the whole dataset into a folder of its own: the patterns, then what explains them, then what lists the files
 * before it with their sizes and checksums, and at last all of it as one zip.
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
  await write("README.md", writeReadme(facts, measured, basis));
  await write("dataset.jsonld", `${serializeDocument(describeCatalogue(measured, basis), setting)}\n`);
  await write("index.html", await writePage(facts, measured, basis));
  await write("SHA256SUMS", listChecksums(measured));
  const paths = await listFiles(folder);
  await zipFiles(join(folder, "dataset.zip"), folder, paths, { root: `${config.book.slug}-dataset`, date });
}

function indent(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** `sha256sum --check` reads it. */
function listChecksums(files: readonly Measured[]): string {
  return files
    .map(({ sha256, path }) => `${sha256}  ${path}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join("");
}
