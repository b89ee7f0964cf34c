import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { program, type Run } from "../support/program.js";

const cwd = temporaryFolder();
const REGULAR = "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf";
const sound = readFileSync(createRequire(import.meta.url).resolve(REGULAR));

/** Where a table stands in our font: its entry in the directory, its first byte and its length (OpenType 1.9). */
const tables = new Map(
  Array.from({ length: sound.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + 16 * index;
    const table = { entry, start: sound.readUInt32BE(entry + 8), length: sound.readUInt32BE(entry + 12) };
    return [sound.toString("latin1", entry, entry + 4), table] as const;
  }),
);

type Change = (font: Buffer, table: { entry: number; start: number; length: number }) => void;

/** Our font with something else in one of its tables. */
function change(name: string, how: Change): Buffer {
  const font = Buffer.from(sound);
  const table = tables.get(name);
  if (!table) throw new Error(`there is no table ${name}`);
  how(font, table);
  return font;
}

const DAMAGES: Readonly<Record<string, Change>> = {
  noise: (font, { start, length }) => {
    for (let at = 0; at < length; at += 1 + (at % 37)) font[start + at] = (at * 31 + 7) % 256;
  },
  ones: (font, { start, length }) => void font.fill(0xff, start, start + Math.min(length, 64)),
  endless: (font, { entry }) => void font.writeUInt32BE(0xffffff00, entry + 12),
  empty: (font, { entry }) => void font.writeUInt32BE(0, entry + 12),
  elsewhere: (font, { entry }) => void font.writeUInt32BE(17, entry + 8),
  nameless: (font, { entry }) => void font.write("XXXX", entry, "latin1"),
};

/** A table `cmap` of one span, of all characters that 32 bits can count (format 12). */
function fillMemory(font: Buffer, { start }: { start: number }): void {
  const words = [0x00000001, 0x0003000a, 12, 0x000c0000, 28, 0, 1, 0, 0xfffffffe, 1];
  for (const [at, word] of words.entries()) font.writeUInt32BE(word, start + 4 * at);
}

function build(fonts: Readonly<Record<string, Buffer>>, format: string): Promise<Run> {
  const tokens = readFileSync(join(ROOT, "templates/tokens.yaml"), "utf8");
  const families = Object.entries(fonts).map(([name, font]) => {
    writeFileSync(join(cwd, `templates/${name}.ttf`), font);
    return `    - { family: F ${name}, files: { 400: ./${name}.ttf } }\n`;
  });
  writeFileSync(
    join(cwd, "templates/tokens.yaml"),
    tokens.replace(/^( {2}fallbacks:\n)/m, (line) => line + families.join("")),
  );
  return program(["build", "patterns", "--format", format, "--no-cache", "--jobs", "1"], { cwd });
}

describe("a font of the house that means harm", () => {
  beforeAll(() => {
    mkdirSync(join(cwd, "templates"));
    cpSync(join(ROOT, "starter/patterns"), join(cwd, "patterns"), { recursive: true });
    writeFileSync(join(cwd, "book.yaml"), "templates: templates\n");
  });

  it("is refused by its name, in words, whichever table it is damaged in", async () => {
    const fonts = Object.fromEntries(
      [...tables.keys()].flatMap((table) =>
        Object.entries(DAMAGES).map(([name, how]) => [`${table.replace(/\W/g, "")}-${name}`, change(table, how)]),
      ),
    );
    const { status, stdout, stderr } = await build(fonts, "jsonld");
    expect(stdout + stderr).not.toMatch(/\n\s+at |fault of|\.md/);
    expect(status).toBe(2);
    const refused = stderr.split("\n").filter((line) => /\btokens\.yaml\b.* F \S+: \S+\.ttf /.test(line));
    expect(refused.length).toBeGreaterThan(20);
    for (const name of ["cmap-elsewhere", "glyf-endless", "head-noise", "maxp-noise", "name-noise"])
      expect(stderr).toContain(`F ${name}: `);
  });

  it("ends the process that reads it and no other, where it asks for all memory", async () => {
    const { status, stderr } = await build({ greedy: change("cmap", fillMemory), whole: sound }, "jsonld");
    expect(status).toBe(2);
    expect(stderr).toMatch(/F greedy: greedy\.ttf cannot be read as a font \(.*memory/);
    expect(stderr).not.toMatch(/F whole|fault of|\n\s+at /);
  });

  it("is refused where the browser would print in another without a word", async () => {
    const { status, stderr } = await build({ odd: change("STAT", DAMAGES.empty ?? (() => {})), whole: sound }, "pdf");
    expect(stderr).toContain("F odd: odd.ttf is no font that the browser takes");
    expect(stderr).not.toContain("F whole");
    expect(status).toBe(2);
  });
});
