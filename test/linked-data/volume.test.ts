import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Format } from "../../src/formats/format.js";
import { openSetting } from "../../src/formats/setting.js";
import { serializePatterns } from "../../src/linked-data/serialize.js";
import { NO_PLACES } from "../../src/linked-data/setting.js";
import { nodeOf, readNodes } from "../support/dataset.js";
import { buildEditions, ROOT, temporaryFolder, testConfig } from "../support/editions.js";
import { readTriples } from "../support/rdf.js";

const SKOS = "http://www.w3.org/2004/02/skos/core#";

describe("the linked data of one volume", () => {
  const folder = temporaryFolder();
  const file = join(folder, "volume.jsonld");
  const written: string[] = [];

  /** A volume that holds the second and third pattern. */
  const volume: Format = {
    name: "volume",
    async *render(library, context) {
      const setting = openSetting(library, context, NO_PLACES);
      for (const _ of [1, 2]) written.push([...serializePatterns(library.patterns.slice(1, 3), setting)].join(""));
      yield* [];
    },
  };

  beforeAll(async () => {
    const source = join(ROOT, "test/fixtures/jsonld");
    await buildEditions({ source, out: join(folder, "out"), formats: [volume], config: testConfig() });
    writeFileSync(file, written[0] ?? "");
  });

  it("is the same text every time", () => {
    expect(written[1]).toBe(written[0]);
  });

  it("has its own patterns whole but for their text, and the others that they name by their labels", async () => {
    const nodes = await readNodes(file);
    const rota = nodeOf(nodes, "well-rota");
    expect(rota).toMatchObject({ "@type": ["Concept", "DefinedTerm", "Pattern"], broader: [expect.any(String)] });
    expect(rota).not.toHaveProperty("section");
    expect(nodes.get("https://example.org/patterns/common-well/")).toMatchObject({ "@type": "Concept", number: 1 });
  });

  it("is read by jsonld.js without a network", async () => {
    const triples = await readTriples(file);
    expect(triples.filter(({ predicate }) => predicate === `${SKOS}notation`)).toHaveLength(4);
  });
});
