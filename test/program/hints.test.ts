import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { asCalled } from "../../src/commands/called-by-npx.js";
import { temporaryFolder } from "../support/editions.js";
import { inProcess } from "../support/in-process.js";
import { program } from "../support/program.js";

const cwd = temporaryFolder();
const NPX = { npm_command: "exec", npm_lifecycle_event: "npx" };

beforeAll(async () => {
  await inProcess(["init", "."], { cwd });
});

describe("what is probably meant is said", () => {
  it.each([
    ["a misspelt format", ["--format", "epubb"], "did you mean “epub”?"],
    ["a format by what it makes", ["--format", "word"], "did you mean “docx”?"],
    ["a misspelt value", ["--select", "domain=gatherin"], "no pattern has domain=gatherin; did you mean “gathering”?"],
    ["a value that there is not", ["--select", "domain=chess"], "domain is one of "],
    ["a value of several words", ["--select", "domain=food systems"], 'stands in quotation marks: domain="two words"'],
    [
      "conditions in no quotation marks",
      ["--select", "domain=gathering", "universality=universal"],
      "--select 'domain=gathering universality=universal'",
    ],
    ["half of a value", ["--select", "title=Meet", "Daily"], `--select 'title="Meet Daily"'`],
    ["more of a value", ["--select", "title=Meet", "on", "a"], `--select 'domain=governance title="two words"'`],
    ["what a shell has taken away", ["--select", "alignment"], "quotation marks: --select 'alignment>=4'"],
    ["a misspelt option", ["--formt", "pdf"], "(Did you mean --format?)"],
    ["an option of another command", ["--strict"], "error: --strict is an option of check, not of"],
    ["a misspelt command", undefined, "(Did you mean build?)"],
  ])("for %s", async (_, options, told) => {
    const args = options === undefined ? ["biuld"] : ["build", "--no-cache", "--jobs", "1", ...options];
    const { status, stderr } = await inProcess(args, { cwd });
    expect(stderr).toContain(told);
    expect(status).toBe(2);
  });
});

describe("the next command is named as it would be typed", () => {
  it("through npx, where that is how this one came to run", async () => {
    const made = await inProcess(["init", "through"], { cwd, env: NPX });
    expect(made.stdout).toContain("  cd through\n  npx pattern-press build\n");
    const plain = await inProcess(["init", "plain"], { cwd });
    expect(plain.stdout).toContain("  cd plain\n  pattern-press build\n");
    const lost = await inProcess(["check", "nowhere", "--jobs", "1"], { cwd, env: NPX });
    expect(lost.stderr).toMatch(/or begin with npx pattern-press init DIR/);
  });

  it("in the help, and in what a finding says to do", async () => {
    const help = await inProcess(["--help"], { cwd, env: NPX });
    expect(help.stdout).toContain("Usage: npx pattern-press ");
    expect(help.stdout).toContain("Begin with: npx pattern-press init");
    const wrong = await inProcess(["chek"], { cwd, env: NPX });
    expect(wrong.stderr).toContain("Run npx pattern-press --help");
    const lost = await inProcess(["explain", "meet-on-a-fixd-day", "--jobs", "1"], { cwd, env: NPX });
    expect(lost.stderr).toContain("(did you mean “meet-on-a-fixed-day”?)");
    expect(lost.stderr).toContain("Run npx pattern-press --help");
  });

  it("and never twice", () => {
    expect(asCalled("Run npx pattern-press check.", NPX)).toBe("Run npx pattern-press check.");
    expect(asCalled("A fault of pattern-press 0.1.0", NPX)).toBe("A fault of pattern-press 0.1.0");
  });
});

describe("what is seen first", () => {
  it("is seen at once: the help, and the first line of a build, wait for no other module", async () => {
    // Node says each module that it loads.
    const hook = "export async function load(u,c,n){process._rawDebug('load',u);return n(u,c)}";
    const tell = `import{register}from"node:module";register("data:text/javascript,${hook}")`;
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tell)}` };
    const loaded = (stderr: string): string[] =>
      stderr.split("\n").flatMap((line) => /^load file:.*\/((?:dist|node_modules)\/.*)$/.exec(line)?.[1] ?? []);
    const help = await program(["--help"], { cwd, env });
    expect(help.stdout).toContain("Usage:");
    const first = ["called-by-npx", "command-line", "foreign-option", "run"].map((name) => `dist/commands/${name}.js`);
    const ours = ["dist/cli.js", ...first, "dist/machine/version.js"];
    expect(
      loaded(help.stderr)
        .filter((path) => !path.startsWith("node_modules/commander/"))
        .sort(),
    ).toEqual(ours);
    const built = await program(["build", "nowhere"], { cwd, env });
    const [before = "", after = ""] = built.stderr.split("starting pattern-press ");
    expect(
      loaded(before)
        .filter((path) => !path.startsWith("node_modules/commander/"))
        .sort(),
    ).toEqual(ours);
    expect(loaded(after)).toContain("dist/commands/build.js");
  });
});

describe("a build says where to see the rest", () => {
  it("by the same configuration, in the same language", async () => {
    const file = join(cwd, "patterns/meet-on-a-fixed-day.md");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, `${text}\n[x](nowhere.md)\n`);
    const args = ["--no-cache", "--jobs", "1", "--config", "book.yaml", "--language", "en"];
    const built = await inProcess(["build", "--format", "jsonld", ...args], { cwd });
    expect(built.stdout).toContain(
      "Run pattern-press check --config book.yaml --language en to see those of the files.",
    );
    const checked = await inProcess(["check", ...args], { cwd });
    expect(checked.stdout).toContain("links-lead-somewhere");
    writeFileSync(file, text);
  });
});

describe("what points at a file with an error of its own", () => {
  it("is not said to point at nothing", async () => {
    const folder = join(cwd, "half");
    mkdirSync(folder);
    writeFileSync(join(folder, "old-oven.md"), '---\ntitle: "Old Oven\n---\n\nText.\n');
    writeFileSync(
      join(folder, "bread.md"),
      "---\ntitle: Bread\nrelated: [old-oven]\nrequires: ['[[Old Oven]]', nobody]\n---\n\n# A\n\nSee [[Old Oven]], [it](old-oven) and [that](old-oven.md).\n",
    );
    const { stdout, status } = await inProcess(["check", "half", "--no-cache", "--jobs", "1", "--reporter", "json"], {
      cwd,
    });
    expect(status).toBe(1);
    const found = JSON.parse(stdout).filter(({ file }: { file: string }) => file === "bread.md");
    const told = found
      .map(({ found, expected }: { found: string; expected: string }) => `${found}; ${expected}`)
      .join("\n");
    expect(told.match(/is no pattern here|no pattern has|no pattern and no page/g) ?? []).toEqual([
      "is no pattern here",
    ]);
    expect(told).toContain("requires: nobody, which is no pattern here");
    expect(told).toContain("related: old-oven, whose file has an error");
    expect(told).toContain("requires: [[Old Oven]], whose file has an error");
    expect(told.match(/old-oven\.md could not be read as a pattern/g)).toHaveLength(3);
  });
});
