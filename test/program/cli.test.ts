import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { inProcess } from "../support/in-process.js";
import { program, type Run } from "../support/program.js";

const cwd = temporaryFolder();
const good = join(ROOT, "starter/patterns");
const broken = join(ROOT, "test/fixtures/cli/broken");
const run = (...args: string[]): Promise<Run> => inProcess([...args, ...oneCore(args)], { cwd });

describe.concurrent("help", () => {
  it("names the commands and how to begin", async () => {
    const { status, stdout } = await program(["--help"], { cwd });
    expect(status).toBe(0);
    for (const word of ["build", "check", "explain", "init", "pattern-press init my-patterns"]) {
      expect(stdout).toContain(word);
    }
  });

  it("answers before anything of a command is loaded", async () => {
    const { status } = await program(["build", "--help"], { cwd, env: { NODE_OPTIONS: "--max-old-space-size=40" } });
    expect(status).toBe(0);
  });

  it("states the version", async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
    expect((await program(["--version"], { cwd })).stdout).toBe(`${version}\n`);
  });
});

describe("wrong usage", () => {
  it("ends the process itself with status 2, and says what was expected", async () => {
    const { status, stdout, stderr } = await program(["build", good, "--format", "odt"], { cwd });
    expect(stderr).toMatch(/no format “odt”; expected one or more of pdf, epub/);
    expect([status, stdout]).toEqual([2, ""]);
  });

  it.each<[string, string[], RegExp]>([
    ["an unknown command", ["biuld"], /unknown command 'biuld'[\s\S]*--help/],
    ["an unknown option", ["build", "--frob"], /unknown option '--frob'/],
    ["too many arguments", ["check", "a", "b"], /too many arguments/],
    ["an unknown format", ["build", good, "--format", "pdf,odt"], /no format “odt”; expected one or more of pdf, epub/],
    ["no cores", ["build", good, "--jobs", "0"], /--jobs 0: expected how many cores/],
    ["half a core", ["check", good, "--jobs", "0.5"], /--jobs 0.5/],
    ["an unknown reporter", ["check", good, "--reporter", "xml"], /--reporter xml: expected one of text, json, github/],
    ["a selection that is none", ["build", good, "--select", "mood=calm"], /the field “mood” at column 1/],
    ["a selection of nothing", ["build", good, "--select", "domain=fire"], /none of the 3 patterns/],
    ["steps without a selection", ["build", good, "--depth", "1"], /--depth goes with --select/],
    [
      "steps that are none",
      ["build", good, "--select", "number>=1", "--depth", "far"],
      /--depth far: expected a number from 0/,
    ],
    ["a pack of nothing", ["build", good, "--pack", "all", "--select", "domain=fire"], /none of the 3 patterns/],
    ["a pack that is nowhere", ["build", good, "--pack", "mine"], /no such pack; expected --select/],
    [
      "a pack whose name is no file's",
      ["build", good, "--pack", "Our Pack"],
      /expected lower-case .* such as our-pack/,
    ],
    ["a pack and a format", ["build", good, "--pack", "all", "--format", "pdf"], /leave --format away/],
    ["a pack of something else", ["build", good, "--pack", "all", "--with", "songs"], /one of cards, handouts, both/],
    ["a folder that is not there", ["build", "nowhere"], /there is no folder .*nowhere[\s\S]*pattern-press init/],
    ["a file for a folder", ["check", join(good, "name-what-you-share.md")], /is a file; expected a folder/],
    ["no configuration of that name", ["build", "--config", "none.yaml"], /none.yaml: there is no such file/],
    ["a pattern that is not there", ["explain", "nobody", good], /no pattern of .* is called “nobody”/],
    ["a pattern that was left out", ["explain", "twin", broken], /twin.md has no number: name-what-you-share.md has/],
  ])("%s: status 2 and what was expected", async (_, args, message) => {
    const { status, stdout, stderr } = await run(...args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });

  it.each(["yesterday", "-1", "1.5", "1e9", "99999999999999"])("SOURCE_DATE_EPOCH=%s: status 2", async (written) => {
    const { status, stderr } = await inProcess(["build", good], { cwd, env: { SOURCE_DATE_EPOCH: written } });
    expect(stderr).toContain(`SOURCE_DATE_EPOCH is “${written}”; expected seconds since 1970`);
    expect(status).toBe(2);
  });

  it("a configuration that says what it cannot mean: status 2, with file, line and column", async () => {
    const file = join(cwd, "wrong.yaml");
    await writeFile(file, "book:\n  titel: Typing Error\n");
    const { status, stderr } = await run("build", good, "--config", file);
    expect(stderr).toMatch(/wrong\.yaml:\d:\d+: book: .*titel.*known here: slug, title/);
    expect(status).toBe(2);
  });

  it("a pack that nothing goes into: status 2 before anything is made, with the place of its conditions", async () => {
    const file = join(cwd, "packs.yaml");
    await writeFile(file, "docx:\n  packs:\n    - name: lost\n      select: domain=chess\n");
    for (const command of [
      ["check", good],
      ["build", good, "--out", join(cwd, "lost"), "--format", "docx"],
    ]) {
      const { status, stderr } = await run(...command, "--config", file);
      expect(stderr).toMatch(/packs\.yaml:4:15: docx\.packs\.0\.select: none of the 3 patterns meets “domain=chess”/);
      expect(status).toBe(2);
    }
    expect(existsSync(join(cwd, "lost"))).toBe(false);
  });

  it("a pack whose pattern stands in a broken file: the file is named, not the pack", async () => {
    const file = join(cwd, "packs-broken.yaml");
    await writeFile(file, "docx:\n  packs:\n    - name: lost\n      select: domain=chess\n");
    const library = join(cwd, "broken-library");
    await mkdir(library);
    await writeFile(join(library, "chess.md"), '---\ntitle: "Chess\n---\ntext\n');
    const { status, stdout } = await run("check", library, "--config", file);
    expect(stdout).toMatch(/chess\.md/);
    expect(status).toBe(1);
    const built = await run("build", library, "--config", file, "--out", join(cwd, "lost"), "--format", "docx");
    expect(built.stderr + built.stdout).toMatch(/chess\.md/);
    expect(built.status).toBe(1);
  });
});

describe("a template of one's own that cannot be rendered", () => {
  it.each([
    ["in this thread", "1"],
    ["in a worker thread", "2"],
  ])("%s: status 2, with file and line", async (_, jobs) => {
    const folder = join(cwd, `templates-${jobs}`);
    await mkdir(folder);
    await writeFile(join(folder, "pattern.liquid"), "<article>\n{{ nobody.knows }}\n</article>\n");
    const config = join(cwd, `templates-${jobs}.yaml`);
    await writeFile(config, `templates: templates-${jobs}\n`);
    const args = ["build", good, "--config", config, "--out", join(cwd, "none"), "--format", "epub", "--jobs", jobs];
    const { status, stderr } = await (jobs === "1" ? inProcess : program)(args, { cwd });
    expect(stderr).toMatch(/pattern\.liquid, line:2[\s\S]*Correct the template/);
    expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect(status).toBe(2);
    expect(existsSync(join(cwd, "none"))).toBe(false);
  });
});

describe("a build of a good library", () => {
  const out = join(cwd, "good");
  const config = join(cwd, "good.yaml");
  const dataset = ["--config", config, "--out", out, "--format", "jsonld", "--jobs", "1"];
  let built: Run;

  beforeAll(async () => {
    await writeFile(config, "dataset: { base: https://example.org/p/ }\n");
    built = await program(["build", good, ...dataset], { cwd });
  });

  it("ends with status 0 and says what was written and what to do", () => {
    expect(built.status).toBe(0);
    expect(built.stdout).toMatch(/^Wrote 3 patterns\n {2}good\/dataset\/ +\d+ files +[\d.]+ [kM]B\n\nNothing to fix/);
    expect(built.stdout).toContain("Open good/dataset/index.html.");
  });

  it("tells its stages as plain lines where there is no terminal", () => {
    expect(built.stderr.split("\n").filter((line) => /^\w/.test(line))).toEqual([
      "read",
      "check",
      "draw",
      "jsonld",
      "write",
    ]);
  });

  it("leaves nothing beside the output but the cache", async () => {
    const around = await readdir(cwd);
    expect(around.filter((name) => name.startsWith("."))).toEqual([".cache"]);
    expect((await readdir(join(cwd, ".cache/pattern-press"))).filter((name) => name.startsWith("run-"))).toEqual([]);
  });

  it("says nothing with --quiet", async () => {
    const { status, stdout, stderr } = await run("build", good, ...dataset, "--quiet");
    expect([status, stdout, stderr]).toEqual([0, "", ""]);
  });

  it("prints nothing but JSON with --json", async () => {
    const { stdout, stderr } = await run("build", good, ...dataset, "--json");
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({
      patterns: 3,
      findings: [],
      excluded: [],
      artifacts: expect.arrayContaining([expect.objectContaining({ path: "dataset/graph.jsonld" })]),
    });
  });

  it("builds a selection under the numbers of the whole", async () => {
    const selected = join(cwd, "selected");
    const options = ["--format", "docx", "--select", "domain=gathering number>=2", "--no-cache"];
    expect((await run("build", good, "--out", selected, ...options)).status).toBe(0);
    const { patterns } = JSON.parse(await readFile(join(selected, "manifest.json"), "utf8"));
    expect(patterns.map(({ number }: { number: number }) => number)).toEqual([2, 3]);
  });

  it("leaves in a folder what is not its own, and says so", async () => {
    const foreign = join(cwd, "foreign");
    await mkdir(foreign);
    await writeFile(join(foreign, "thesis.txt"), "years of work");
    const { status, stdout } = await run("build", good, "--out", foreign, "--format", "jsonld");
    expect(stdout).toMatch(/Besides, in .*foreign\/\n {2}not ours, and left as it was: thesis\.txt\n/);
    expect(status).toBe(0);
    expect(await readFile(join(foreign, "thesis.txt"), "utf8")).toBe("years of work");
  });

  it("takes the place of no file that is not its own: status 2, with its name", async () => {
    const foreign = join(cwd, "foreign-list");
    await mkdir(foreign);
    await writeFile(join(foreign, "SHA256SUMS"), "of a download");
    const { status, stderr } = await run("build", good, "--out", foreign, "--format", "jsonld");
    expect(stderr).toMatch(/foreign-list\/SHA256SUMS is not from a build of ours.* with --out/);
    expect(status).toBe(2);
    expect(await readFile(join(foreign, "SHA256SUMS"), "utf8")).toBe("of a download");
  });
});

describe("a build of a library with errors", () => {
  const out = join(cwd, "mixed");

  it("writes nothing, keeps the last output and ends with status 1", async () => {
    await run("build", good, "--out", out, "--format", "jsonld");
    const before = await readFile(join(out, "SHA256SUMS"), "utf8");
    const { status, stdout } = await run("build", broken, "--out", out, "--format", "jsonld");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^Nothing was written\n/);
    expect(stdout).toMatch(
      /open-front-matter\.md:1:1\n {4}error {2}--- with no closing --- after it; the next line is “slug: a-note”/,
    );
    expect(stdout).toMatch(/2 errors, 1 warning\. .*build with --keep-going\.\n$/);
    expect(await readFile(join(out, "SHA256SUMS"), "utf8")).toBe(before);
  });

  it("builds the rest with --keep-going, names what was left out, and ends with status 1", async () => {
    const { status, stdout } = await run("build", broken, "--out", out, "--format", "jsonld", "--keep-going");
    expect(status).toBe(1);
    expect(stdout).toMatch(/Wrote 3 patterns[\s\S]*Left out 2 files[\s\S]*open-front-matter\.md\n[\s\S]*twin\.md\n/);
    const { excluded } = JSON.parse(await readFile(join(out, "manifest.json"), "utf8"));
    expect(excluded).toEqual([
      {
        source: "open-front-matter.md",
        reason: expect.stringContaining("expected a line of --- after the last field"),
      },
      { source: "twin.md", reason: expect.stringContaining("is that of name-what-you-share.md") },
    ]);
  });

  it("writes nothing where nothing can be read, whatever it was told", async () => {
    const folder = join(cwd, "unreadable");
    await mkdir(folder);
    await writeFile(join(folder, "note.md"), "---\nslug: note\n");
    const { status, stdout } = await run("build", folder, "--out", join(cwd, "never"), "--keep-going");
    expect(status).toBe(1);
    expect(stdout).toContain("Nothing was written");
    expect(existsSync(join(cwd, "never"))).toBe(false);
  });
});

describe("check", () => {
  it("tells by file and line what does not hold, how to mend it, and what to do", async () => {
    const { status, stdout } = await program(["check", "."], { cwd: broken, env: { COLUMNS: "200" } });
    expect(status).toBe(1);
    expect(stdout).toBe(`./open-front-matter.md
  1:1  error    front-matter-is-closed  --- with no closing --- after it; the next line is “slug: a-note”; expected a line of --- \
after the last field

./twin.md
  2:1  error    id-is-unique           the id pat_01k8z3n4q0e1s9w2v5x7t6b4ca, which name-what-you-share.md has too; \
expected an id of its own (see name-what-you-share.md:2:1)
  6:3  warning  universality-is-known  the level of universality “meta”; expected one of universal, human-universal, \
domain, context-specific, implementation

How to fix it
  universality-is-known   1  name one of the five levels; until then the pattern stands among the unclassified
  front-matter-is-closed  1  add the closing --- on a line of its own
  id-is-unique            1  give one of the two another id, or remove the older version

2 errors, 1 warning. Fix the errors, or build with --keep-going to leave these files out.
`);
  });

  it("prints every finding as JSON", async () => {
    const { status, stdout } = await run("check", broken, "--reporter", "json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({ rule: "front-matter-is-closed", severity: "error", place: { line: 1, column: 1 } }),
      expect.objectContaining({ rule: "id-is-unique", file: "twin.md", other: expect.anything() }),
      expect.objectContaining({ rule: "universality-is-known", severity: "warning" }),
    ]);
  });

  it("prints annotations for GitHub, the gravest first", async () => {
    const workspace = join(broken, "..");
    const { stdout } = await inProcess(["check", "broken", "--reporter", "github", "--jobs", "1"], {
      cwd: workspace,
      env: { GITHUB_WORKSPACE: workspace },
    });
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe(
      "::error file=broken/twin.md,line=2,col=1,title=id-is-unique::the id pat_01k8z3n4q0e1s9w2v5x7t6b4ca, " +
        "which name-what-you-share.md has too; expected an id of its own (see broken/name-what-you-share.md:2)" +
        "%0ATo fix it: give one of the two another id, or remove the older version",
    );
    expect(lines[2]).toMatch(/^::warning file=broken\/twin\.md,line=6,col=3,title=universality-is-known::/);
  });

  it("ends with status 0 where nothing stands in the way", async () => {
    const { status, stdout } = await run("check", good);
    expect([status, stdout]).toEqual([0, "Nothing to fix. Run pattern-press build.\n"]);
  });

  it("takes it calmly when nobody reads on", async () => {
    const { status, stderr } = await program(["check", broken, "--all"], { cwd, deaf: true });
    expect([status, stderr]).toEqual([1, ""]);
  });
});

describe("init", () => {
  const folder = join(cwd, "mine");

  it("writes a library that has nothing to mend and builds as it is", async () => {
    const made = await run("init", "mine");
    expect(made.status).toBe(0);
    expect(made.stdout).toContain("cd mine\n  pattern-press build");
    expect((await readdir(folder)).sort()).toEqual([".gitignore", "book.yaml", "patterns"]);
    const checked = await program(["check"], { cwd: folder });
    expect([checked.status, checked.stdout]).toEqual([0, "Nothing to fix. Run pattern-press build.\n"]);
    const built = await program(["build", "--format", "docx"], { cwd: folder });
    expect(built.stdout).toContain("output/handouts/");
    expect(built.status).toBe(0);
    const explained = await inProcess(["explain", "meet-on-a-fixed-day", "--jobs", "1"], { cwd: folder });
    expect(explained.stdout).toMatch(/^2 {2}Meet on a Fixed Day\n/);
  });

  it("refuses a folder that is not empty, and a file", async () => {
    const again = await run("init", "mine");
    expect(again.stderr).toMatch(/mine is not empty \(\.\w+, .*…\); name a folder/);
    expect(again.status).toBe(2);
    const file = await run("init", "mine/book.yaml");
    expect(file.stderr).toContain("book.yaml is a file");
    expect(file.status).toBe(2);
  });

  it("lets a source on the command line outweigh the configuration's", async () => {
    const { stdout } = await inProcess(["explain", "1", good, "--jobs", "1"], { cwd: folder });
    expect(stdout).toContain("name-what-you-share.md");
    const { status } = await inProcess(["check", broken, "--jobs", "1"], { cwd: folder });
    expect(status).toBe(1);
  });
});

function oneCore([command, ...rest]: string[]): string[] {
  const takesJobs = ["build", "check", "explain"].includes(command ?? "");
  return takesJobs && !rest.includes("--jobs") ? ["--jobs", "1"] : [];
}
