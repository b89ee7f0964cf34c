import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "../../src/library/rules/rule.js";
import { readText } from "../support/dataset.js";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { pageTexts } from "../support/poppler.js";
import { program, type Run } from "../support/program.js";
import { dehyphenate, wordsOf } from "../support/words.js";

const source = join(ROOT, "test/fixtures/hostile");
const cwd = temporaryFolder();

/** Loaded before a command: the system lets nobody read `closed.md` and `closed.png`, nor look into `shut`. */
const REFUSE = `
  import files from "node:fs/promises";
  import { syncBuiltinESMExports } from "node:module";
  for (const name of ["readFile", "readdir"]) {
    const real = files[name];
    files[name] = async (path, ...rest) => {
      if (!/(closed.md|closed.png|shut)$/.test(String(path))) return real(path, ...rest);
      throw Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
    };
  }
  syncBuiltinESMExports();
`;

describe("a library of files that mean harm", () => {
  let built: Run;
  let findings: Finding[];

  beforeAll(async () => {
    const args = ["build", source, "--keep-going", "--out", "out", "--jobs", "2"];
    built = await program(args, { cwd, env: { SOURCE_DATE_EPOCH: "1750000000" } });
    const checked = await program(["check", source, "--reporter", "json"], { cwd });
    findings = JSON.parse(checked.stdout);
  });

  it("is built, but for what cannot be a pattern", async () => {
    expect(built.stderr).not.toContain("fault of pattern-press");
    expect(built.status).toBe(1);
    const { patterns, excluded } = JSON.parse(await readFile(join(cwd, "out/manifest.json"), "utf8"));
    expect(patterns.map(({ slug }: { slug: string }) => slug).sort()).toEqual([
      "climbed-out",
      "con",
      "frames",
      "images",
      "links",
      "scripts",
      "tags",
      "twin-one",
    ]);
    expect(excluded.map(({ source }: { source: string }) => source)).toEqual([
      "bomb.md",
      "code-named-in-full.md",
      "code.md",
      "constructor.md",
      "prototype.md",
      "twin-slug.md",
      "twin-two.md",
    ]);
  });

  it("writes nothing elsewhere and runs nothing", async () => {
    expect((await readdir(cwd)).sort()).toEqual([".cache", "out"]);
    expect((await readdir(source)).filter((name) => name.endsWith(".txt"))).toEqual([]);
    const written = await readdir(join(cwd, "out"), { recursive: true });
    const own =
      /^[a-z]+(\/[\w-]+\.\w+)?$|^handouts\/cards(\/[\w-]+\.\w+)?$|^dataset\/patterns(\/[\w-]+\.jsonld)?$|^(dataset\/)?[\w.]+$/;
    expect(written.filter((path) => !own.test(path))).toEqual([]);
  });

  it.each([
    ["front matter in JavaScript", "code.md", "front-matter-is-yaml", "“---js”"],
    ["front matter in JavaScript by its long name", "code-named-in-full.md", "front-matter-is-yaml", "“---javascript”"],
    ["a prototype among the fields", "prototype.md", "front-matter-is-valid", "the field name “__proto__”"],
    ["a constructor among the fields", "constructor.md", "front-matter-is-valid", "the field name “constructor”"],
    ["a bomb of aliases", "bomb.md", "front-matter-is-valid", "aliases that expand more than 100 times"],
    ["two patterns with one id", "twin-two.md", "id-is-unique", "which twin-one.md has too"],
    ["two patterns with one slug", "twin-slug.md", "slug-is-unique", "the slug twin-one, which twin-one.md has too"],
    ["a slug that climbs", "climbing.md", "slug-is-safe", "the slug “../../../climbed/out”"],
    ["a script", "scripts.md", "html-is-safe", "<script>"],
    ["a handler", "scripts.md", "html-is-safe", "onclick= on <p>"],
    ["a handler without quotes", "scripts.md", "html-is-safe", "onerror= on <img>"],
    ["an SVG in the text", "scripts.md", "svg-only-draws", "a drawing in the text, an SVG with <script>"],
    ["a frame that reads a file", "frames.md", "html-is-safe", '<iframe src="file:///etc/passwd">'],
    ["a page that leaves", "frames.md", "html-is-safe", "<meta>"],
    ["a style", "frames.md", "html-is-safe", "style= on <div>"],
    ["a link that runs", "links.md", "html-is-safe", "javascript:alert(1) in href="],
    ["a link to a file", "links.md", "html-is-safe", "file:///etc/passwd in href="],
    ["a link with a password", "links.md", "links-lead-somewhere", "https://user:secret@hostile.example/"],
    ["a picture outside the library", "images.md", "images-are-safe", "../etc/passwd, outside the library"],
    ["a picture outside the library, coded", "images.md", "images-are-safe", "%2fetc%2fpasswd, outside the library"],
    ["a picture from the web", "images.md", "images-are-local", "https://hostile.example/pixel.png"],
    [
      "an SVG with a script",
      "images.md",
      "images-are-safe",
      "images/script.svg, an SVG of which nothing is left without <script>",
    ],
    ["an SVG with an entity", "images.md", "images-are-safe", "images/entity.svg, an SVG with entities"],
    [
      "an SVG that loads a file",
      "images.md",
      "images-are-safe",
      'nothing is left without <image href="file:///etc/passwd">',
    ],
  ])("tells of %s", (_, file, rule, found) => {
    const own = findings.filter((finding) => finding.file === file && finding.rule === rule);
    expect(own.map((finding) => finding.found).join("\n")).toContain(found);
  });

  it("keeps the words and nothing else in the e-book and the handouts", async () => {
    const parts = await readParts(join(cwd, "out"));
    expect(parts.size).toBeGreaterThan(20);
    for (const [name, written] of parts) {
      // Linked data is text to a reader: no tag can stand in it.
      const text = written.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, "");
      const markup = (text.match(/<[^!?][^>]*>/g) ?? []).join("\n");
      expect(markup, name).not.toMatch(/<\/?(script|iframe|object|embed|form|base)\b|\son[a-z]+=/i);
      expect(markup, name).not.toMatch(/(javascript|vbscript|data|file):|http-equiv="?refresh|user:secret/i);
      expect(text, name).not.toMatch(/ran-script|ran-handler|ran-svg|root:.*:0:0:/);
    }
    const words = [...parts.values()].join("\n");
    for (const kept of ["Words before.", "Words in a paragraph with a handler.", "Words on a button", "Words after."]) {
      expect(words).toContain(kept);
    }
    expect(words).toContain("{{ site.secret }}");
  });

  it("prints the words and nothing of this machine in the book", async () => {
    const text = dehyphenate((await pageTexts(join(cwd, "out/book/patterns.pdf"))).join("\n"));
    expect(wordsOf(text).join(" ")).toContain(wordsOf("Words in a paragraph with a handler.").join(" "));
    expect(text).not.toMatch(/ran-script|ran-handler|ran-svg|root:.*:0:0:/);
    const bytes = await readFile(join(cwd, "out/book/patterns.pdf"), "latin1");
    expect(bytes).not.toMatch(/\/URI \((javascript|data|file):|\/JavaScript|\/Launch/i);
  });

  it("has no active link and no file of this machine in the dataset", async () => {
    const text = readText(join(cwd, "out"), "graph.jsonld") + readText(join(cwd, "out"), "patterns.jsonl.gz");
    expect(text).not.toMatch(/root:.*:0:0:/);
    expect(text).not.toMatch(/"(?:@id|url|page|homepage|sameAs|foaf:page)":\s*"(?:javascript|data|file):/i);
  });
});

/** The text parts of every zip below a folder, by file and part. */
async function readParts(folder: string): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!/\.(epub|docx)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    for (const [name, bytes] of Object.entries(unzipSync(await readFile(path)))) {
      if (/\.(xhtml|xml|opf|ncx|rels|css|svg)$/.test(name)) {
        parts.set(`${relative(folder, path)}/${name}`, new TextDecoder().decode(bytes));
      }
    }
  }
  return parts;
}

describe.concurrent("input that would exhaust the machine", () => {
  const front = "---\nslug: heavy\ntitle: Heavy\n---\n\n";

  it.each<[string, string, string, RegExp]>([
    [
      "a file of 20 MB",
      `${front}${"Words, words and more words. ".repeat(700_000)}`,
      "file-is-small",
      /20\.3 MB.*5 MB/,
    ],
    ["a NUL", `${front}Before\0after.\n`, "file-is-text", /a NUL character/],
    [
      "200 nested lists",
      `${front}${Array.from({ length: 200 }, (_, level) => `${"  ".repeat(level)}- item`).join("\n")}\n`,
      "nesting-is-shallow",
      /more than 60 deep/,
    ],
    [
      "10,000 nested quotations",
      `${front}${">".repeat(10_000)} deep\n`,
      "nesting-is-shallow",
      /more than 60 deep|deeper than can be read/,
    ],
    [
      "nested brackets in front matter",
      `---\nslug: ${"[".repeat(20_000)}\n---\n`,
      "front-matter-is-valid",
      /values nested deeper than can be read/,
    ],
  ])("%s is an error with a reason", async (name, text, rule, found) => {
    const folder = join(cwd, name.replace(/\W+/g, "-"));
    await mkdir(folder);
    await writeFile(join(folder, "heavy.md"), text);
    const { status, stdout, stderr } = await program(["check", folder, "--reporter", "json", "--no-cache"], { cwd });
    expect(stderr).toBe("");
    const [finding] = JSON.parse(stdout);
    expect(finding).toMatchObject({ rule, severity: "error", file: "heavy.md" });
    expect(`${finding.found}; ${finding.expected}`).toMatch(found);
    expect(status).toBe(1);
  });

  it.skipIf(process.platform === "win32")("what is no file is left aside, with a word: pipes and sockets", async () => {
    const folder = join(cwd, "special");
    await mkdir(join(folder, "folder.png"), { recursive: true });
    for (const name of ["pipe.md", "pipe.png"]) execFileSync("mkfifo", [join(folder, name)]);
    const socket = createServer().listen(join(folder, "socket.md"));
    await once(socket, "listening");
    await writeFile(join(folder, "heavy.md"), `${front}![a](pipe.png) ![b](folder.png) ![c](none.png)\n`);
    const { status, stdout } = await program(["check", folder, "--no-cache"], { cwd });
    socket.close();
    expect(stdout).toContain("Left out: 2 pipes, sockets and devices.");
    for (const found of ["pipe.png, which is a pipe, a socket or a device", "folder.png, which is a folder"])
      expect(stdout).toContain(`the picture ${found};`);
    expect(stdout).toContain("the picture none.png, which is not there;");
    expect(status).toBe(0);
  });

  it("a file, a folder or a picture that may not be read is left out by its name, and the others are read", async () => {
    const folder = join(cwd, "forbidden");
    await mkdir(folder);
    for (const name of ["open.md", "closed.md"]) await writeFile(join(folder, name), front.replaceAll("heavy", name));
    await mkdir(join(folder, "shut"));
    await appendFile(join(folder, "open.md"), "\n![a gate](closed.png)\n");
    await writeFile(join(folder, "closed.png"), "");
    // Whoever runs the tests may have the right to read everything.
    const refuse = join(cwd, "refuse.mjs");
    await writeFile(refuse, REFUSE);
    const env = { NODE_OPTIONS: `--import ${pathToFileURL(refuse)}` };
    const { status, stdout, stderr } = await program(["check", folder, "--no-cache"], { cwd, env });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/closed\.md\n +1:1 +error +file-can-be-read +a file that the system does not let you read;/);
    expect(stdout).toContain("open.md");
    expect(stdout).toMatch(
      /shut\n +1:1 +error +file-can-be-read +a folder that the system does not let you look into;/,
    );
    expect(stdout).toMatch(/images-are-readable +the picture closed.png, which the system does not let you read;/);
    expect(status).toBe(1);
  });

  it("an empty folder: status 2 and what to do", async () => {
    await mkdir(join(cwd, "empty"));
    const { status, stderr } = await program(["build", "empty"], { cwd });
    expect(stderr).toMatch(/no \.md file in .*empty\n.*pattern-press init/);
    expect(status).toBe(2);
  });
});
