import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { dataset } from "../../../src/formats/dataset/index.js";
import type { Format } from "../../../src/formats/format.js";
import type { JsonObject } from "../../../src/library/pattern.js";
import { datasetPath, joinGraph, nodeOf, readNodes, sectionsOf, WITH_TEXTS } from "../../support/dataset.js";
import { buildEditions, printed, ROOT, temporaryFolder } from "../../support/editions.js";

const source = join(ROOT, "test/fixtures/jsonld");
const base = "https://example.org/patterns/";
const folder = temporaryFolder();

describe("the dataset of a small library", () => {
  let nodes: Map<string, JsonObject>;
  let well: JsonObject;

  beforeAll(async () => {
    await buildEditions({ source, out: join(folder, "small"), formats: [printed, dataset], config: WITH_TEXTS });
    nodes = await readNodes(await joinGraph(join(folder, "small")));
    well = nodeOf(nodes, "common-well");
  });

  it("describes each pattern as a concept, a defined term and a pattern of ours", () => {
    const patterns = [...nodes.values()].filter((node) => [node["@type"]].flat().includes("Pattern"));
    expect(patterns.map((node) => node.slug)).toEqual(["common-well", "pump-upkeep", "well-rota", "water-hours"]);
    expect(well["@type"]).toEqual(["Concept", "DefinedTerm", "Pattern"]);
    expect(well).toMatchObject({ "@id": `${base}common-well/`, number: 1, inScheme: base });
  });

  it("labels it in its language, once preferred and never the same alternative", () => {
    expect(well).toMatchObject({
      prefLabel: { "en-AU": "Common Well" },
      altLabel: { "en-AU": ["Village Well", "Dorfbrunnen"] },
      alternateName: ["Village Well", "Common Well", "Dorfbrunnen"],
      definition: { "en-AU": "One well that many draw from." },
      language: "en-AU",
      writtenLanguage: "en_AU",
      formerSlug: ["the-well"],
    });
  });

  it("keeps every field of the front matter", () => {
    expect(well).toMatchObject({
      identifier: "pat_01kj76998c59n3m9zgjc4xvjw1",
      version: "1.10",
      created: "2026-01-02T02:04:05Z",
      modified: "2026-02-03T00:00:00Z",
      universality: `${base}universality#universal`,
      domain: `${base}domain#water`,
      category: [`${base}category#principle`, `${base}category#practice`],
      origin: [`${base}origin#herders-of-the-north`],
      status: `${base}status#draft`,
      commonsDomain: [`${base}commons-domain#life`],
      alignment: 4.5,
      licenseName: "CC-BY-SA-4.0",
      license: "https://creativecommons.org/licenses/by-sa/4.0/",
      attribution: "The Well Keepers",
      extra: { depth: { metres: 12, walls: ["stone", 'brick "old"'], "@type": "odd" } },
    });
  });

  it("finds a value by its key, with what the file writes beside it", () => {
    const origin = nodes.get(`${base}origin#herders-of-the-north`);
    expect(origin).toMatchObject({ identifier: "herders-of-the-north", prefLabel: { en: "Herders of the north" } });
    expect(origin).not.toHaveProperty("altLabel");
  });

  it("writes an address as one only where it is valid", () => {
    expect(well).toMatchObject({
      page: "https://example.net/wells/common-well/",
      sourceUrl: "https://example.net/wells/common%20well.md",
      citation: ["https://example.net/wells", { "@value": "Digger (1901), On Wells" }],
    });
    expect(well).not.toHaveProperty("repository");
    expect(nodeOf(nodes, "water-hours")).toMatchObject({ licenseName: "all rights kept" });
    expect(nodeOf(nodes, "water-hours")).not.toHaveProperty("license");
  });

  it("names contributors, with their roles where they have one", () => {
    const ada = { "@id": `${base}agent#Ada%20Well-Wright`, "@type": ["Agent", "Person"], name: "Ada Well-Wright" };
    expect(well).toMatchObject({
      contributor: [ada, { name: "Bo" }],
      qualifiedAttribution: [{ agent: ada, role: "editor" }],
    });
  });

  it("gives scores and stars as they were given", () => {
    const dimension = `${base}dimension#ownership`;
    expect(nodeOf(nodes, "pump-upkeep")).toMatchObject({
      alignment: 3.2,
      confidence: 2,
      crossDomain: [`${base}domain#water`],
      score: [{ dimension, value: 4 }, { value: 2.5 }],
    });
    expect(nodes.get(dimension)).toMatchObject({ "@type": "Concept", identifier: "ownership" });
  });

  it("states relations from both ends, under the words of SKOS where it has them", () => {
    expect(well).toMatchObject({ narrower: [`${base}well-rota/`], enables: [`${base}pump-upkeep/`] });
    expect(nodeOf(nodes, "well-rota")).toMatchObject({
      broader: [`${base}common-well/`],
      narrower: [`${base}water-hours/`],
      alternative: [`${base}pump-upkeep/`],
    });
    expect(nodeOf(nodes, "pump-upkeep")).toMatchObject({
      enabledBy: [`${base}common-well/`],
      related: [`${base}water-hours/`],
      alternative: [`${base}well-rota/`],
    });
  });

  it("does not relate what stands above or below, however far, but keeps what the file said", () => {
    expect(well).not.toHaveProperty("related");
    expect(nodeOf(nodes, "well-rota")).not.toHaveProperty("related");
    expect(nodeOf(nodes, "water-hours").related).toEqual([`${base}pump-upkeep/`]);
    expect(nodeOf(nodes, "well-rota").statedRelation).toMatchObject([{ kind: "related", targetName: "common-well" }]);
    expect(well.statedRelation).toMatchObject([
      { kind: "narrower", target: `${base}well-rota/`, weight: 0.75, description: "A rota divides the hours." },
      { kind: "enables", target: `${base}pump-upkeep/` },
      { kind: "related", target: `${base}water-hours/` },
    ]);
  });

  it("says in its README which pairs are related though one is above the other", async () => {
    const readme = await readFile(datasetPath(join(folder, "small"), "README.md"), "utf8");
    expect(readme).toMatch(/the hierarchy stands:\n {2}- \d+ .+ above \d+ .+\n/);
  });

  it("keeps claims that lead nowhere as words", () => {
    expect(well.unresolvedRelation).toMatchObject([
      { "@type": "UnresolvedRelation", kind: "enables", targetName: "the-lost-spring" },
    ]);
    expect(nodeOf(nodes, "pump-upkeep").unresolvedRelation).toMatchObject([
      { kind: "tool", targetName: "grease-gun", weight: 1, description: "Not written yet." },
    ]);
  });

  it("gives the sections in order, as Markdown; footnotes, which have none of their own, last and as text", () => {
    expect(sectionsOf(well)).toMatchObject([
      { "@id": `${base}common-well/#overview`, position: 1, sectionRole: "overview", name: "Overview" },
      { "@id": `${base}common-well/#print`, position: 2, sectionRole: "other", prefLabel: { "en-AU": "Print" } },
      { position: 3, sectionRole: "footnotes", text: "By bucket, that is." },
    ]);
    const [overview, print] = sectionsOf(well);
    expect(overview?.markdown).toContain("by hand[^1] from *one* well.");
    expect([overview, print]).not.toContainEqual(expect.objectContaining({ text: expect.anything() }));
    expect(JSON.stringify(sectionsOf(well))).not.toContain("Distributed by");
  });

  it("says where each pattern comes from and where it stands in the other editions", () => {
    expect(well).toMatchObject({
      derivedFrom: { path: "common-well.md", sha256: expect.stringMatching(/^[0-9a-f]{64}$/), dialect: "tags" },
      print: { volume: 2, pdfPage: 31, pageLabel: "17" },
      epubFile: "text/common-well.xhtml",
      handout: "handouts/001-common-well.docx",
    });
  });

  it("lists the files that are not in it, and why", () => {
    expect(nodes.get(`${base}dataset`)).toMatchObject({
      "@type": ["Dataset", "CatalogueDataset"],
      issued: "2025-06-15T15:06:40Z",
      excluded: [
        { "@type": "ExcludedFile", path: "z-broken.md" },
        { path: "z-twin.md", reason: expect.stringContaining("is that of pump-upkeep.md") },
      ],
    });
  });

  it("puts a selection's neighbours in as plain concepts", async () => {
    const out = join(folder, "selection");
    await buildEditions({ source, out, formats: [dataset], matches: ({ slug }) => slug === "well-rota" });
    const selected = await readNodes(datasetPath(out));
    expect(nodeOf(selected, "well-rota")).toMatchObject({ number: 3, broader: [`${base}common-well/`] });
    expect(selected.get(`${base}common-well/`)).toEqual({
      "@id": `${base}common-well/`,
      "@type": "Concept",
      number: 1,
      prefLabel: { "en-AU": "Common Well" },
      inScheme: base,
    });
  });
});

describe("a second build", () => {
  it("writes the same bytes, from another cache or from the same", async () => {
    const builds = ["one", "two", "two"].map((cache, at) => ({ cache, out: join(folder, `again-${at}`) }));
    const bytes: string[] = [];
    for (const { cache, out } of builds) {
      await buildEditions({ source, out, formats: [dataset], cacheFolder: join(folder, cache) });
      bytes.push(await readFile(datasetPath(out, "SHA256SUMS"), "utf8"));
    }
    expect(bytes[1]).toBe(bytes[0]);
    expect(bytes[2]).toBe(bytes[0]);
  });

  it("loads each body once, and none when nothing has changed", async () => {
    const cacheFolder = join(folder, "counted");
    const loaded: string[] = [];
    const counted: Format = {
      name: "jsonld",
      render: (library, context) =>
        dataset.render(
          {
            ...library,
            body(pattern) {
              loaded.push(pattern.slug);
              return library.body(pattern);
            },
          },
          context,
        ),
    };
    await buildEditions({ source, out: join(folder, "counted-1"), formats: [counted], cacheFolder });
    await buildEditions({ source, out: join(folder, "counted-2"), formats: [counted], cacheFolder });
    expect(loaded).toEqual(["common-well", "pump-upkeep", "well-rota", "water-hours"]);
  });
});
