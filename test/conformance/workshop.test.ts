import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../src/config/read-config.js";
import { docx } from "../../src/formats/docx/index.js";
import { inspectDocx } from "../support/docx-gate.js";
import { type BuiltEditions, buildEditions, ROOT, temporaryFolder } from "../support/editions.js";
import { judgeDocx } from "../support/open-xml-sdk.js";

const run = promisify(execFile);
const CORPUS = join(ROOT, "../shared/corpus");
const folder = temporaryFolder();

const SOURCES = [
  { name: "own", source: join(ROOT, "patterns") },
  ...["tags", "classification", "ontology"].map((name) => ({ name, source: join(CORPUS, name) })),
].filter(({ source }) => existsSync(source));

describe.each(SOURCES)("cards and packs: $name", { timeout: 1_200_000 }, ({ name, source }) => {
  const out = join(folder, name);
  const built = once(async (): Promise<BuiltEditions> => {
    // The thirty patterns in the middle of the book.
    const select = "number>=40 number<70";
    const packs = (["cards", "both"] as const).map((what) => ({ name: what, select, depth: 1, with: what }));
    const settings = { ...defaultConfig().docx, handouts: false, packs };
    return buildEditions({ source, out, formats: [docx], config: { docx: settings } });
  });
  const cards = async (): Promise<string[]> => {
    await built();
    const files = (await readdir(join(out, "handouts/cards"))).sort();
    const step = Math.max(1, Math.floor(files.length / 20));
    return files.filter((_, at) => at % step === 0).map((file) => join(out, "handouts/cards", file));
  };
  const packs = async (): Promise<string[]> => {
    await built();
    return ["cards", "both"].map((what) => join(out, `handouts/${what}-pack.docx`));
  };

  it("satisfy the Open XML SDK and our gate", async () => {
    const files = [...(await cards()), ...(await packs())];
    expect([...(await judgeDocx(files))]).toEqual([]);
    const faults: Record<string, unknown> = {};
    for (const file of files) {
      const found = inspectDocx(await readFile(file));
      if (found.length > 0) faults[file] = found.slice(0, 5);
    }
    expect(faults).toEqual({});
  });

  it.skipIf(!existsSync("/usr/bin/soffice"))("make one page of a card, and of two in a pack", async () => {
    const [pack = ""] = await packs();
    const paged = await layOut([...(await cards()), pack], `${name}-pages`);
    const counts: Record<string, string> = {};
    for (const file of (await readdir(paged)).filter((pdf) => pdf.endsWith("-card.pdf"))) {
      const { stdout } = await run("pdfinfo", [join(paged, file)]);
      const count = /^Pages: +(\d+)$/m.exec(stdout)?.[1] ?? "none";
      if (count !== "1") counts[file] = count;
    }
    expect(counts).toEqual({});
    const { stdout } = await run("pdfinfo", ["-l", "999", join(paged, "cards-pack.pdf")]);
    const turned = stdout.match(/^Page +\d+ size: +841\.\d+ x 595/gm) ?? [];
    const { packs: listed } = JSON.parse(await readFile(join(out, "manifest.json"), "utf8"));
    expect(turned).toHaveLength(Math.ceil(listed[0].patterns.length / 2));
  });

  it.skipIf(!existsSync("/usr/bin/soffice"))("name in the contents the pages as they are laid out", async () => {
    const [, pack = ""] = await packs();
    const paged = await layOut([pack], `${name}-contents`);
    const { stdout } = await run("pdftotext", ["-layout", join(paged, "both-pack.pdf"), "-"], { maxBuffer: 1 << 26 });
    // A title may be divided after its hyphen.
    const bare = (text: string): string => text.replace(/\s+/g, "");
    const pages = stdout.split("\f").map(bare);
    const entries = [...stdout.matchAll(/^(?: *\d+ )? *(\S.*?)\.{4,} *(\d+)$/gm)];
    expect(entries.length).toBeGreaterThan(20);
    const wrong = entries.filter(([, title = "", page]) => !pages[Number(page) - 1]?.includes(bare(title)));
    expect(wrong.map(([line]) => line)).toEqual([]);
  });
});

/** Turns Word files into PDF; gives the folder. */
async function layOut(files: readonly string[], into: string): Promise<string> {
  const paged = join(folder, into);
  await mkdir(paged, { recursive: true });
  const profile = `-env:UserInstallation=file://${join(folder, "office")}`;
  await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", paged, ...files]);
  return paged;
}

function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => {
    result ??= make();
    return result;
  };
}
