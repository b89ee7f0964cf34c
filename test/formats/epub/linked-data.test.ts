import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { fromXml } from "xast-util-from-xml";
import { dataset } from "../../../src/formats/dataset/index.js";
import { epub } from "../../../src/formats/epub/index.js";
import { datasetPath, nodeOf, readNodes } from "../../support/dataset.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { readTriples } from "../../support/rdf.js";

describe("a pattern's file in the e-book", () => {
  const folder = temporaryFolder();
  const out = join(folder, "out");
  let xhtml: string;

  beforeAll(async () => {
    await buildEditions({ source: join(ROOT, "test/fixtures/jsonld"), out, formats: [epub, dataset] });
    const files = unzipSync(await readFile(join(out, "epub/patterns.epub")));
    const path = Object.keys(files).find((name) => name.endsWith("/1.xhtml")) ?? "";
    xhtml = strFromU8(files[path] ?? new Uint8Array());
  });

  const script = (): string => /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(xhtml)?.[1] ?? "";

  it("has the pattern's node of the dataset in its head, and is XML with it", async () => {
    expect(() => fromXml(xhtml)).not.toThrow();
    const { "@context": _, ...node } = JSON.parse(script());
    const { epubFile, ...inGraph } = nodeOf(await readNodes(datasetPath(out, "graph.jsonld")), "common-well");
    expect(node).toEqual(inGraph);
    expect(epubFile).toBe("OEBPS/1.xhtml");
  });

  it("gives triples without a network", async () => {
    const file = join(folder, "node.jsonld");
    await writeFile(file, script());
    expect((await readTriples(file)).length).toBeGreaterThan(30);
  });
});
