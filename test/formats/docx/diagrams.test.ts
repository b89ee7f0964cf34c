import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { docx } from "../../../src/formats/docx/index.js";
import { inspectDocx } from "../../support/docx-gate.js";
import { buildEditions, temporaryFolder } from "../../support/editions.js";

const PATTERN = `---
id: pat_01kjy1drmj02e6kgah5dc4wfye
slug: flow
title: Flow
tags: { universality: domain, domain: technology }
---
# 1. Overview

\`\`\`mermaid
flowchart LR
  A[Start here] -->|yes| B{Decide?}
\`\`\`
`;

describe("a diagram in Word", () => {
  const folder = temporaryFolder();
  let bytes: Uint8Array;
  let svg: string;

  beforeAll(async () => {
    const source = join(folder, "library");
    await mkdir(source, { recursive: true });
    await writeFile(join(source, "flow.md"), PATTERN);
    const config = { docx: { ...defaultConfig().docx, cards: false } };
    await buildEditions({ source, out: join(folder, "out"), formats: [docx], config });
    bytes = await readFile(join(folder, "out/handouts/001-flow.docx"));
    const drawn = Object.entries(unzipSync(bytes)).find(([path]) => path.endsWith(".svg"));
    svg = drawn ? strFromU8(drawn[1]) : "";
  });

  it("is SVG without style sheets, which Word does not draw, beside a PNG", () => {
    expect(svg).toContain("Start");
    expect(svg).not.toMatch(/<style|class=|style=|foreignObject|px/);
    expect(Object.keys(unzipSync(bytes)).filter((path) => path.endsWith(".png"))).toHaveLength(1);
    expect(inspectDocx(bytes)).toEqual([]);
  });

  it("looks to another program as it is meant: grey boxes, dark words, white between", async () => {
    const picture = await sharp(Buffer.from(svg)).flatten({ background: "#fff" }).png().toBuffer();
    const { channels } = await sharp(picture).stats();
    expect(channels[0]?.min).toBeLessThan(60);
    // Boxes without their style would be black.
    expect(channels[0]?.mean).toBeGreaterThan(200);
  });
});
