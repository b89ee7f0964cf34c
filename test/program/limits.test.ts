import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { describeFault } from "../../src/formats/describe-fault.js";
import { parseSafely } from "../../src/library/parse-safely.js";
import { askRule } from "../../src/library/rules/ask.js";
import { atMost } from "../../src/threads/at-most.js";
import { LateError } from "../../src/threads/late-error.js";
import { temporaryFolder } from "../support/editions.js";
import { readFolder } from "../support/library.js";
import { program } from "../support/program.js";

const cwd = temporaryFolder();

const head = (name: string): string => `---\nslug: ${name}\ntitle: ${name}\n---\n\n`;
// Each takes minutes in the whole; by the number of threads that read them, for each is waited for until its time is up.
const BOMBS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "1": { "emphasis-run": "*_".repeat(20_000) },
  "2": { "emphasis-open": "*a_ ".repeat(12_000), "bracket-run": "[a](".repeat(60_000) },
};

describe("a file that would take minutes to read", () => {
  beforeAll(() => {
    for (const [jobs, bombs] of Object.entries(BOMBS)) {
      mkdirSync(join(cwd, jobs));
      for (const [name, text] of Object.entries(bombs)) writeFileSync(join(cwd, jobs, `${name}.md`), head(name) + text);
      for (const name of ["good-one", "good-two"])
        writeFileSync(join(cwd, jobs, `${name}.md`), `${head(name)}Words.\n`);
    }
    writeFileSync(join(cwd, "book.yaml"), "limits: { seconds: 6 }\n");
  });

  it.each(Object.entries(BOMBS))("is left out with its name, and the rest is built: --jobs %s", async (jobs, bombs) => {
    const args = ["build", jobs, "--format", "jsonld", "--keep-going", "--no-cache", "--jobs", jobs];
    const { status, stdout, stderr } = await program(args, { cwd });
    expect(stderr).not.toContain("fault");
    expect(status).toBe(1);
    expect(stdout).toContain("Wrote 2 patterns");
    const { excluded } = JSON.parse(readFileSync(join(cwd, "output/manifest.json"), "utf8"));
    expect(excluded.map(({ source }: { source: string }) => source)).toEqual(
      Object.keys(bombs)
        .map((name) => `${name}.md`)
        .sort(),
    );
    for (const { reason } of excluded) expect(reason).toMatch(/longer than 6 seconds|nested|memory/);
  });
});

describe("a fault of the program in one file", () => {
  const task = { file: "a.md", path: "a.md", key: "", store: { folder: "" }, universality: "domain" } as const;

  it("is that file's", async () => {
    const result = await parseSafely(task, () => Promise.reject(new TypeError("x is not a function\nat y")));
    expect(result).toMatchObject({
      failure: { rule: "file-can-be-read", found: "a file that could not be read (x is not a function)" },
    });
    const heavy = Object.assign(new Error("heap"), { code: "ERR_WORKER_OUT_OF_MEMORY" });
    expect(await parseSafely(task, () => Promise.reject(heavy))).toMatchObject({ failure: { variant: "memory" } });
  });

  it("is none where things are nested too deep, while it is read, set or asked", async () => {
    const deep = new RangeError("Maximum call stack size exceeded");
    const words = { rule: "nesting-is-shallow", found: expect.stringContaining("nested deeper") };
    expect(await parseSafely(task, () => Promise.reject(deep))).toMatchObject({ failure: words });
    // As it comes out of a thread.
    expect(describeFault(new Error(deep.message), "handout", "a.md")).toMatchObject(words);
    const breaks = (): never => {
      throw deep;
    };
    mkdirSync(join(cwd, "one"));
    writeFileSync(join(cwd, "one/good.md"), `${head("good")}Words.\n`);
    const library = await readFolder(join(cwd, "one"), { store: cwd });
    const [told] = askRule({ id: "x-holds", severity: "warning", summary: "", check: breaks }, library);
    expect(`${told?.found}; ${told?.expected}; ${told?.mend}`).not.toMatch(/report|call stack/);
  });

  it("is not one of the disk", async () => {
    const full = Object.assign(new Error("ENOSPC"), { code: "ENOSPC" });
    await expect(parseSafely(task, () => Promise.reject(full))).rejects.toThrow("ENOSPC");
  });
});

describe("work in the program's own thread", () => {
  it("is broken off when its time is up, whatever it catches and wherever it is", () => {
    const catching = (): void => {
      for (;;) {
        try {
          for (;;);
        } catch {}
      }
    };
    const matching = (): boolean => /^(?:a+)+$/.test(`${"a".repeat(60)}b`);
    for (const work of [catching, matching]) expect(() => atMost(0.05, work)).toThrow(new LateError(0.05));
  });

  it("gives what it gives, and throws what it throws", () => {
    const fault = new TypeError("x");
    expect(atMost(9, () => atMost(9, () => [1]))).toEqual([1]);
    expect(() =>
      atMost(9, () => {
        throw fault;
      }),
    ).toThrow(fault);
  });
});

describe("a large library", () => {
  const large = join(cwd, "large");
  const scratch = join(cwd, "scratch");

  beforeAll(() => {
    for (const folder of [large, scratch]) mkdirSync(folder);
    for (let number = 1; number <= 3000; number++)
      writeFileSync(join(large, `pattern-${number}.md`), `${head(`pattern-${number}`)}Words.\n`);
  });

  it.each(["1", "2"])("is read with progress, and Ctrl-C ends it, leaving nothing behind: --jobs %s", async (jobs) => {
    let isEnded = false;
    const { status, stdout, stderr } = await program(["check", large, "--no-cache", "--jobs", jobs], {
      cwd,
      env: { TMPDIR: scratch },
      onProgress: (told, child) => {
        if (isEnded || !told.includes(" of 3,000 files")) return;
        isEnded = true;
        child.kill("SIGINT");
      },
    });
    expect(stderr).toMatch(/^ {2}[\d,]+ of 3,000 files$/m);
    expect(status).toBe(130);
    expect(stdout).toBe("");
    expect(readdirSync(scratch)).toEqual([]);
  });

  it("writes no text of a pattern where none is asked for again", async () => {
    const env = { TMPDIR: scratch, NODE_OPTIONS: `--import=${join(cwd, "no-bodies.mjs")}` };
    writeFileSync(join(cwd, "no-bodies.mjs"), NO_BODIES);
    // How many there are makes no difference.
    const few = join(cwd, "few");
    mkdirSync(few);
    writeFileSync(join(few, "good.md"), `${head("good")}Words.\n`);
    const run = (...args: string[]) => program(["check", few, ...args, "--jobs", "1"], { cwd, env });
    const kept = await run();
    expect(kept.stderr).toContain("a body was written");
    const { status, stderr } = await run("--no-cache");
    expect(stderr).not.toContain("a body was written");
    expect(status).toBe(0);
  });
});

/** Says when a body is written to a store. */
const NO_BODIES = `
  import files from "node:fs/promises";
  import { syncBuiltinESMExports } from "node:module";
  const write = files.writeFile;
  files.writeFile = (path, ...rest) => {
    if (String(path).includes("/bodies/")) console.error("a body was written");
    return write(path, ...rest);
  };
  syncBuiltinESMExports();
`;
