import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { pdf } from "../../../src/formats/pdf/index.js";
import { markContent } from "../../../src/print/finish/artifacts.js";
import { buildEditions, readingEdition, temporaryFolder } from "../../support/editions.js";
import { writeHardLibrary } from "../../support/hard-pattern.js";

const run = promisify(execFile);

const BOOK = {
  ...defaultConfig().book,
  slug: "book",
  title: "Wells & <Fields>",
  language: "en-GB",
  creators: ["The founders"],
  publisher: "Commons Press",
  subjects: ["Commons", "Water"],
  license: { name: "CC BY-SA 4.0", url: "https://creativecommons.org/licenses/by-sa/4.0/" },
  attribution: "Our library",
  isbn: { print: "978-0-306-40615-7" },
};

describe("the reading edition of a page that holds everything", () => {
  const folder = temporaryFolder();
  const file = join(folder, "out/book/book.pdf");
  let structure: string;
  let metadata: string;

  beforeAll(async () => {
    const source = writeHardLibrary(join(folder, "library"));
    await buildEditions({
      source,
      out: join(folder, "out"),
      formats: [pdf],
      config: { ...readingEdition, book: BOOK },
    });
    structure = (await run("pdfinfo", ["-struct-text", file], { maxBuffer: 1 << 26 })).stdout;
    metadata = (await run("pdfinfo", ["-meta", file])).stdout;
  });

  test("gives a list items of a label and a body, lists within in the body, after a paragraph of its own words", () => {
    const [, before = "", between = ""] = /^([\s\S]*?)"First[\s\S]*?\n([\s\S]*?)"within/.exec(structure) ?? [];
    expect(tagsOf(before).slice(-5)).toEqual(["L", "LI", "Lbl", "LBody", "P"]);
    expect(tagsOf(between)).toEqual(["L", "LI", "Lbl", "LBody", "P"]);
  });

  test("tags every link as one, a note's and a reference's too, and says where it leads", async () => {
    const links = await annotationsOf(file);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(link["/Contents"]).toMatch(/^u:(https?:\/\/|Page \w+|.+, Page \w+$)/);
    expect(structure.match(/^ *Link/gm)?.length).toBeGreaterThanOrEqual(links.length);
  });

  test("tags the call of a note, and of a reference, as a reference with a link in it", () => {
    expect(structure).toMatch(/^( *)Reference.*\n\1 {2}Link.*\n *"1"/m);
    expect(structure).toMatch(/^( *)Reference.*\n\1 {2}Link.*\n *"\[1\]"/m);
    expect(structure.match(/^ *Reference/gm)).toHaveLength(2);
  });

  test("tags a note as one, with a label and an ID of its own", async () => {
    expect(structure).toMatch(/^ *Note.*\n *Lbl.*\n *"1\. ?"\n *P \(block\)/m);
    const { stdout } = await run("qpdf", ["--qdf", "--object-streams=disable", file, "-"], { maxBuffer: 1 << 28 });
    const notes = stdout.split("endobj").filter((object) => /\/S \/Note\b/.test(object));
    const ids = notes.map((object) => /\/ID \((\w+)\)/.exec(object)?.[1]);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids)).toEqual(new Set(ids.filter((id) => id !== undefined)));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("gives a picture and a diagram their words", async () => {
    const figures = Object.values(await objectsOf(file)).filter((object) => object["/S"] === "/Figure");
    expect(figures.filter((figure) => !/^u:./.test(String(figure["/Alt"])))).toEqual([]);
    expect(figures.map((figure) => figure["/Alt"])).toContain("u:A drawing of a well");
    expect(structure.match(/^ *Figure \(block\)|^ *Figure/gm)?.length).toBeGreaterThanOrEqual(2);
  });

  test("holds no element that means nothing", () => {
    expect(structure).not.toContain("NonStruct");
  });

  test("says in its metadata who made it, under which licence, and to which standards it conforms", () => {
    expect(metadata).toContain("Wells &#x26; &#x3C;Fields>");
    for (const property of [
      "<pdfuaid:part>1</pdfuaid:part>",
      "<pdfaid:part>3</pdfaid:part>",
      "<dc:identifier>urn:isbn:9780306406157</dc:identifier>",
      "<xmpRights:Marked>True</xmpRights:Marked>",
      '<cc:license rdf:resource="https://creativecommons.org/licenses/by-sa/4.0/"',
      "<rdf:li>Commons Press</rdf:li>",
    ]) {
      expect(metadata).toContain(property);
    }
  });

  test("tells a reader its language, its title in the window's bar, and the order of its fields", async () => {
    const catalog = await catalogOf(file);
    expect(catalog["/Lang"]).toBe("u:en-GB");
    expect(catalog["/ViewerPreferences"]).toMatchObject({ "/DisplayDocTitle": true });
    expect(catalog["/MarkInfo"]).toMatchObject({ "/Marked": true });
    const pages = Object.values(await objectsOf(file)).filter((object) => object["/Type"] === "/Page");
    expect(pages.length).toBeGreaterThan(8);
    expect(pages.filter((page) => page["/Tabs"] !== "/S")).toEqual([]);
  });

  test("has its data as an associated file, of which it says what it is", async () => {
    const { "/AF": associated } = await catalogOf(file);
    expect(associated).toHaveLength(1);
    const files = Object.values(await objectsOf(file)).filter((object) => object["/Type"] === "/Filespec");
    expect(files).toMatchObject([{ "/AFRelationship": "/Data" }]);
  });

  test("carries its patterns as data", async () => {
    const saved = join(folder, "saved");
    await mkdir(saved);
    await run("pdfdetach", ["-saveall", "-o", saved, file]);
    const { "@graph": graph } = JSON.parse(await readFile(join(saved, "book.jsonld"), "utf8"));
    expect(graph.map((node: { slug?: string }) => node.slug)).toContain("hard-page");
  });
});

describe("what a page shows and is not part of the text", () => {
  const HEAD = "BT\n/F1 8 Tf\n<0001> Tj\n/Span<</ActualText <FEFF2002> >> BDC\n<0002> Tj\nEMC\nET\n";
  const TEXT = "/P <</MCID 0 >>BDC\nBT\n<0003> Tj\n/Span<</ActualText <FEFF00AD> >> BDC\n<0004> Tj\nEMC\nET\nEMC\n";
  const RULE = "/P <</MCID 1 >>BDC\n0 10 100 1 re\nf\nEMC\n";
  const CLIP = "0 0 400 600 re\nW* n\n";

  test("is an artifact, be it a running head or a rule; the text and what clips it stay as they are", () => {
    const { content, decorations } = markContent(`q\n${HEAD}Q\n${CLIP}${TEXT}${RULE}Q\n`, new Set());
    expect(content).toBe(`q\n/Artifact BMC\n${HEAD}EMC\nQ\n${CLIP}${TEXT}/Artifact BMC\n0 10 100 1 re\nf\nEMC\nQ\n`);
    expect([...decorations]).toEqual([1]);
  });

  test("ends with the text of which nothing is left where a soft hyphen was, and takes in none of the next", () => {
    const empty = "BT\nET\n";
    const { content, decorations } = markContent(empty + TEXT, new Set());
    expect(content).toBe(`/Artifact BMC\n${empty}EMC\n${TEXT}`);
    expect(decorations).toEqual(new Set());
  });

  test("is not the lines of a drawing", () => {
    expect(markContent(RULE, new Set([1]))).toEqual({ content: RULE, decorations: new Set() });
  });
});

/** The types of the elements in a piece of what pdfinfo prints. */
function tagsOf(structure: string): string[] {
  return [...structure.matchAll(/^ *(\w+) \((?:block|inline|illustration)\)/gm)].map(([, tag = ""]) => tag);
}

type PdfObject = Record<string, unknown>;

async function annotationsOf(file: string): Promise<PdfObject[]> {
  return Object.values(await objectsOf(file)).filter((object) => object["/Subtype"] === "/Link");
}

async function catalogOf(file: string): Promise<PdfObject> {
  return Object.values(await objectsOf(file)).find((object) => object["/Type"] === "/Catalog") ?? {};
}

/** Dictionaries, as qpdf reads them. */
async function objectsOf(file: string): Promise<Record<string, PdfObject>> {
  const { stdout } = await run("qpdf", ["--json=2", "--json-key=qpdf", file], { maxBuffer: 1 << 28 });
  const objects: Record<string, { value?: unknown }> = JSON.parse(stdout).qpdf[1];
  return Object.fromEntries(
    Object.entries(objects).flatMap(([name, { value }]) =>
      value && typeof value === "object" ? [[name, Object.fromEntries(Object.entries(value))]] : [],
    ),
  );
}
