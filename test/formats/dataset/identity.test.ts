import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { build } from "../../../src/build.js";
import { openEdition } from "../../../src/changes/read-edition.js";
import { defaultConfig } from "../../../src/config/read-config.js";
import { dataset } from "../../../src/formats/dataset/index.js";
import { nameAgent } from "../../../src/linked-data/agents.js";
import { ROOT, temporaryFolder } from "../../support/editions.js";

const folder = temporaryFolder();
const CREATORS = ["Ada Well", "Meadow Trust"];
const source = join(folder, "library");

function write(name: string, head: string): void {
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, `${name}.md`), `---\n${head}\n---\n# Context\n\nWater runs down.\n`);
}

type Node = Record<string, unknown> & { "@id": string };

async function publish(out: string, settings: { base?: string; epoch?: number; since?: string; iri?: "slug" | "id" }) {
  const { base, epoch, since, iri = "slug" } = settings;
  const { reported } = await build({
    cacheFolder: join(ROOT, ".cache/tests"),
    config: {
      ...defaultConfig(),
      source,
      book: { ...defaultConfig().book, creators: CREATORS },
      dataset: { ...defaultConfig().dataset, base, iri },
    },
    out: join(folder, out),
    formats: [dataset],
    keepGoing: false,
    jobs: 1,
    epoch,
    since: since === undefined ? undefined : await openEdition(join(folder, since)),
    stage: () => {},
    progress: () => {},
  });
  const graph: Node[] = JSON.parse(readFileSync(join(folder, out, "dataset/graph.jsonld"), "utf8"))["@graph"];
  const about: Node = JSON.parse(readFileSync(join(folder, out, "dataset/dataset.jsonld"), "utf8"));
  const nodes = new Map(graph.map((node) => [node["@id"], node]));
  return { nodes, about, rules: reported.map(({ rule }) => rule) };
}

const BASE = "https://fields.test/";

describe("a dataset without base and date", () => {
  let made: Awaited<ReturnType<typeof publish>>;
  beforeAll(async () => {
    write("ditch", "id: d1\ntitle: Ditch\nold_slugs: [drain]\ncontributors: [Ada Well, Meadow Trust]");
    write("mill", "title: Mill");
    made = await publish("bare", {});
  });

  it("warns, and names everything by URNs", () => {
    expect(made.rules).toContain("addresses-have-a-base");
    for (const iri of made.nodes.keys()) expect(iri).toMatch(/^urn:uuid:/);
    expect([...made.nodes.values()].filter((node) => "isDeprecated" in node)).toEqual([]);
  });

  it("has neither a made-up address nor a made-up year", () => {
    const names = readdirSync(join(folder, "bare/dataset"), { recursive: true, encoding: "utf8" });
    const texts = names.filter((name) => /\.(?:jsonld|json|jsonl|ttl|csv|cff|md|graphml)$/.test(name));
    expect(texts.length).toBeGreaterThan(10);
    for (const name of texts) {
      const text = readFileSync(join(folder, "bare/dataset", name), "utf8");
      expect(text, name).not.toMatch(/example\.org|\b1980\b(?!,"contentS)|"1980 B"/);
    }
    expect(made.about).toMatchObject({ version: "0.0.0" });
    expect(made.about).not.toHaveProperty("issued");
  });

  it("has persons, and groups by what they are called", () => {
    const agents = [...made.nodes.values()].flatMap(({ contributor = [] }) => [contributor].flat());
    expect(agents).toMatchObject([
      { name: "Ada Well", "@type": ["Agent", "Person"] },
      { name: "Meadow Trust", "@type": ["Agent", "Organization"] },
    ]);
  });
});

describe("a pattern under another name", () => {
  it("leaves the addresses of its former slugs as concepts out of use, and that of the edition before", async () => {
    write("ditch", "id: d1\ntitle: Ditch\nold_slugs: [drain, mill, two words]");
    await publish("before", { base: BASE, epoch: 1_740_000_000 });
    write("ditch", "id: d1\ntitle: Field Ditch\nslug: field-ditch\nold_slugs: [drain, mill, two words]");
    const { nodes, about } = await publish("after", { base: BASE, epoch: 1_750_000_000, since: "before" });
    const old = (title: string) => ({
      "@type": "Concept",
      prefLabel: { en: title },
      isDeprecated: true,
      isReplacedBy: `${BASE}field-ditch/`,
    });
    expect(nodes.get(`${BASE}ditch/`)).toMatchObject(old("Ditch"));
    expect(nodes.get(`${BASE}drain/`)).toMatchObject(old("Field Ditch"));
    expect(nodes.get(`${BASE}two%20words/`)).toMatchObject(old("Field Ditch"));
    // That one is another pattern's.
    expect(nodes.get(`${BASE}mill/`)).not.toHaveProperty("isDeprecated");
    expect(about).toMatchObject({ versionInfo: "2025.6.15", previousVersion: { versionInfo: "2025.2.19" } });
  });

  it("keeps its address where that is made of its id", async () => {
    const { nodes } = await publish("by-id", { base: BASE, epoch: 1_750_000_000, iri: "id", since: "before" });
    expect(nodes.get(`${BASE}d1/`)).toMatchObject({ name: "Field Ditch" });
    expect([...nodes.values()].filter((node) => "isDeprecated" in node)).toEqual([]);
  });
});

describe("who made the library, in schema.org's words alone", () => {
  it("is a person, or a group where it is called like one, in the page and in Croissant", () => {
    expect(nameAgent("Ada Well")).toEqual({ "@type": "Person", name: "Ada Well" });
    expect(nameAgent("Meadow Trust")).toEqual({ "@type": "Organization", name: "Meadow Trust" });
    const creators = (path: string) =>
      /"creator":\s*(\[[^\]]*\])/.exec(readFileSync(join(folder, "by-id/dataset", path), "utf8"))?.[1];
    for (const path of ["index.html", "croissant.json"]) {
      expect(JSON.parse(creators(path) ?? ""), path).toEqual(CREATORS.map(nameAgent));
    }
  });
});
