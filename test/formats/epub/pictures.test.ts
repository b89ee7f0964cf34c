import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { Element } from "xast";
import { epub } from "../../../src/formats/epub/index.js";
import { check } from "../../../src/library/rules/index.js";
import type { Finding } from "../../../src/library/rules/rule.js";
import { attribute, findAll, textIn } from "../../support/docx-parts.js";
import { buildEditions, temporaryFolder } from "../../support/editions.js";
import { type EpubParts, openEpub } from "../../support/epub.js";

const folder = temporaryFolder();
const MOST = 300_000;

const TEXT = `---
id: pat_01kj00000000000000000000pp
slug: pictures
title: Pictures
tags: { universality: domain, domain: roads }
license: CC0
---

## Overview

![A field "in snow" & fog](snow.jpg)

![Snow, seen *near*](snow.png)

![A thousand dots](dots.svg)

![A square](square.svg)

![From the web](https://pictures.example/far.png)

![From outside](../outside.png)

![Not there](lost.png)

![It would run](running.svg)

![No picture](words.png)

![](square.svg)
`;

/** Pixels that no compression makes much smaller; the same each time. */
function noise(width: number, height: number): Buffer {
  let state = 1;
  const bytes = Buffer.alloc(width * height * 3);
  for (let at = 0; at < bytes.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 16;
  }
  return bytes;
}

function dots(count: number): string {
  const circles = Array.from({ length: count }, (_, at) => `<circle cx="${at % 97}" cy="${at % 89}" r="0.5"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${circles.join("")}</svg>`;
}

describe("the pictures of an e-book", () => {
  let parts: EpubParts;
  let page: Element[];
  let reported: Finding[];
  let found: Finding[];

  beforeAll(async () => {
    const source = join(folder, "library");
    await mkdir(source);
    const size = { width: 1200, height: 800 };
    const snow = sharp(noise(size.width, size.height), { raw: { ...size, channels: 3 } });
    await snow.clone().jpeg({ quality: 95 }).toFile(join(source, "snow.jpg"));
    await snow.clone().png().toFile(join(source, "snow.png"));
    await snow.clone().png().toFile(join(folder, "outside.png"));
    await writeFile(join(source, "dots.svg"), dots(9000));
    await writeFile(join(source, "square.svg"), dots(1));
    await writeFile(join(source, "running.svg"), dots(1).replace("<circle", "<script>alert(1)</script><circle"));
    await writeFile(join(source, "words.png"), "no picture");
    await writeFile(join(source, "pictures.md"), TEXT);
    const built = await buildEditions({ source, out: join(folder, "out"), formats: [epub] });
    ({ reported } = built);
    found = check(built.library);
    parts = await openEpub(join(folder, "out/epub/patterns.epub"));
    page = findAll(parts.xml("1.xhtml"), "img");
  });

  it("are in files that are not too large, and keep their shape and their place on the page", async () => {
    for (const entry of parts.entries) expect(parts.size(entry), entry).toBeLessThanOrEqual(MOST);
    expect(reported).toEqual([]);
    for (const [at, type] of ["jpeg", "png"].entries()) {
      const { width, height, format } = await sharp(parts.bytes(attribute(page[at], "src"))).metadata();
      expect(format).toBe(type);
      expect(width / height).toBeCloseTo(1.5, 1);
      // No smaller than need be.
      expect(width).toBeGreaterThan(250);
      expect(["width", "height"].map((name) => attribute(page[at], name))).toEqual(["1200", "800"]);
    }
  });

  it("are SVG, or PNG where their SVG is too large", async () => {
    const vectors = page.map((image) => attribute(image, "src")).filter((src) => src.endsWith(".svg"));
    expect(new Set(vectors).size).toBe(1);
    expect(findAll(parts.xml(String(vectors[0])), "circle")).toHaveLength(1);
    const raster = await sharp(parts.bytes(attribute(page[2], "src"))).metadata();
    expect(raster).toMatchObject({ format: "png", width: 200 });
  });

  it("have the words of the source for those who do not see them, letter by letter", () => {
    expect(page.map((image) => attribute(image, "alt"))).toEqual([
      'A field "in snow" & fog',
      "Snow, seen near",
      "A thousand dots",
      "A square",
      "It would run",
      "",
    ]);
  });

  it("are refused, and told by their words, where they lie elsewhere, or are none", () => {
    const refused = findAll(parts.xml("1.xhtml"), "span").filter(
      (span) => attribute(span, "class") === "missing-image",
    );
    expect(refused.map(textIn)).toEqual(["[From the web]", "[From outside]", "[Not there]", "[No picture]"]);
    const rules = found
      .filter(({ rule }) => /^(?:images|svg)-/.test(rule))
      .map(({ rule, place }) => [rule, place?.line]);
    expect(rules).toEqual([
      ["images-are-local", 19],
      ["images-are-safe", 21],
      ["images-exist", 23],
      ["svg-only-draws", 25],
      ["images-are-readable", 27],
      ["images-have-alt", 29],
    ]);
    const packed = parts.entries.filter((name) => name.startsWith("OEBPS/images/"));
    // Two of snow, the dots as PNG, the square as it is.
    expect(packed).toHaveLength(4);
    for (const entry of parts.entries.filter((name) => /\.(?:xhtml|css|opf)$/.test(name))) {
      expect(parts.text(entry.replace("OEBPS/", "")), entry).not.toContain("pictures.example");
    }
  });
});

describe("a picture of more frames than a file has room for", () => {
  it("is packed all the same, and told of", async () => {
    const source = join(folder, "flicker");
    await mkdir(source);
    const [side, frames] = [2, 13_000];
    const raw = { width: side, height: side * frames, channels: 3, pageHeight: side } as const;
    await sharp(noise(side, side * frames), { raw })
      .gif()
      .toFile(join(source, "flicker.gif"));
    await writeFile(
      join(source, "pictures.md"),
      TEXT.replace(/## Overview[\s\S]*/, "## Overview\n\n![Flicker](flicker.gif)\n"),
    );
    const { reported } = await buildEditions({ source, out: join(folder, "flickering"), formats: [epub] });
    expect(reported.map(({ rule, severity }) => [rule, severity])).toEqual([["ebook-files-are-small", "warning"]]);
    expect(reported[0]?.mend).toBe("save the picture with fewer shapes or frames");
  });
});
