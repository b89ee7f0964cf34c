import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { patternFile, writeFiles } from "../support/extensions.js";

const FORMAT = `export default { formats: [{ name: "list", async *render(library) {
  for (const { slug, title } of library.patterns)
    yield { path: \`list/\${slug}.txt\`, mediaType: "text/plain", content: Buffer.from(title) };
} }] };`;

interface Watch {
  child: ChildProcess;
  /** The next line that ends in seconds, or says that files are watched. */
  next(): Promise<string>;
  /** Lines that nobody has asked for. */
  unread(): string[];
  ended: Promise<number | null>;
}

/** Starts to watch a library in which an edition costs next to nothing. */
function watch(cwd: string): Watch {
  const args = [join(ROOT, "dist/cli.js"), "build", "--watch", "--format", "list", "--jobs", "1"];
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, NO_COLOR: "1" } });
  const lines: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    for (const line of parts.filter((part) => /^Watching | s$/.test(part))) {
      const hear = waiting.shift();
      if (hear) hear(line);
      else lines.push(line);
    }
  });
  child.stderr.resume();
  afterAll(() => void child.kill("SIGKILL"));
  return {
    child,
    next: () => {
      const line = lines.shift();
      return line === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(line);
    },
    unread: () => lines,
    ended: new Promise((resolve) => child.on("close", resolve)),
  };
}

describe("build --watch", () => {
  const cwd = temporaryFolder();
  const output = (path: string): string => readFileSync(join(cwd, "output", path), "utf8");
  writeFiles(cwd, {
    "book.yaml": "extend: [./list.mjs]\n",
    "list.mjs": FORMAT,
    "patterns/oven.md": patternFile("Oven"),
    "patterns/well.md": patternFile("Well"),
  });

  it("makes anew what changed, and leaves the rest, with a line for each round", async () => {
    const { next, unread, child, ended } = watch(cwd);
    expect(await next()).toBe("Watching patterns, book.yaml, list.mjs. Ctrl-C ends it.");
    const { ino } = statSync(join(cwd, "output/list/well.txt"));

    writeFiles(cwd, { "patterns/oven.md": patternFile("Oven").replace("title: Oven", "title: Bread Oven") });
    expect(await next()).toMatch(
      /^patterns\/oven\.md changed: 1 of 2 files renewed, (?:no findings|\d warnings?), [\d.]+ s$/,
    );
    expect(output("list/oven.txt")).toBe("Bread Oven");
    expect(statSync(join(cwd, "output/list/well.txt")).ino).toBe(ino);

    // A broken file: the last good output stays, and the line says which it is.
    writeFiles(cwd, { "patterns/well.md": "---\ntitle: [\n---\n\nWords.\n" });
    expect(await next()).toMatch(
      /^patterns\/well\.md changed: the output is as it was, 1 error.* \(well\.md:\d: .*\), [\d.]+ s$/,
    );
    expect(output("list/well.txt")).toBe("Well");

    // A burst is one round: one mended, twelve new, one put in its place as editors do.
    writeFiles(cwd, { "patterns/well.md": patternFile("Well"), "patterns/.save": patternFile("Hearth") });
    for (let count = 0; count < 12; count++) writeFiles(cwd, { [`patterns/n${count}.md`]: patternFile(`N ${count}`) });
    renameSync(join(cwd, "patterns/.save"), join(cwd, "patterns/hearth.md"));
    expect(await next()).toMatch(
      /^patterns\/hearth\.md added, patterns\/n0\.md added, .* and 11 more: 13 of 15 files renewed/,
    );

    for (let count = 0; count < 12; count++) rmSync(join(cwd, `patterns/n${count}.md`));
    renameSync(join(cwd, "patterns/hearth.md"), join(cwd, "patterns/fire.md"));
    expect(await next()).toMatch(
      /^patterns\/fire\.md added, patterns\/hearth\.md removed, .*: 0 of 3 files renewed, 12 gone/,
    );

    // An extension that is broken, and mended by a file that it imports.
    writeFiles(cwd, { "list.mjs": `import "./more.mjs"; ${FORMAT}` });
    expect(await next()).toMatch(
      /^list\.mjs changed: the output is as it was, book\.yaml:1:10: .*\.\/more\.mjs, which is not there/,
    );
    writeFiles(cwd, { "more.mjs": "export {};" });
    expect(await next()).toMatch(/^more\.mjs added: 0 of 3 files renewed/);

    // The configuration may name another folder, which is watched from then on; a picture in it counts.
    mkdirSync(join(cwd, "house"));
    writeFiles(cwd, { "house/tokens.yaml": "line: 15\n", "book.yaml": "extend: [./list.mjs]\ntemplates: house\n" });
    expect(await next()).toMatch(/^book\.yaml changed: 0 of 3 files renewed/);
    writeFiles(cwd, { "house/tokens.yaml": "lines: 15\n", "patterns/pictures/a.png": "no picture" });
    expect(await next()).toMatch(
      /^house\/tokens\.yaml changed, patterns\/pictures.* added.*: the output is as it was, .*tokens\.yaml:1:1/,
    );

    // Nothing of what was written began a round.
    expect(unread()).toEqual([]);
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(readdirSync(cwd).sort()).toEqual([
      ".cache",
      "book.yaml",
      "house",
      "list.mjs",
      "more.mjs",
      "output",
      "patterns",
    ]);
  });

  it("ends at once in the middle of a build, and leaves nothing half", async () => {
    writeFiles(cwd, {
      "book.yaml": "extend: [./list.mjs]\n",
      "list.mjs": FORMAT.replace(
        "for (",
        "console.log('at it s'); await new Promise((r) => setTimeout(r, 1e6)); for (",
      ),
    });
    const before = output("SHA256SUMS");
    const { child, next, ended } = watch(cwd);
    expect(await next()).toBe("at it s");
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(output("SHA256SUMS")).toBe(before);
    expect(readdirSync(cwd).filter((name) => name.startsWith(".output"))).toEqual([]);
    expect(readdirSync(join(cwd, ".cache/pattern-press")).filter((name) => name.startsWith("run-"))).toEqual([]);
  });
});
