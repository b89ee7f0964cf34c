import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { findBrowser } from "../../src/browser/launch.js";
import { temporaryFolder } from "../support/editions.js";
import { readFiles } from "../support/folders.js";
import { program, type Run, type RunOptions } from "../support/program.js";

const cwd = temporaryFolder();
const browser = await findBrowser().catch(() => undefined);
const hasProc = existsSync("/proc/self/environ");

/** Marks a run and all that it starts, whoever their parent is. */
const MARK = "PATTERN_PRESS_TEST_RUN";
let runs = 0;

/** Processes that belong to a run, by what they were started with. */
function processesOf(mark: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => environmentOf(id).includes(`${MARK}=${mark}\0`))
    .map(Number);
}

function environmentOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/environ`, "utf8");
  } catch {
    return ""; // it has ended meanwhile, or is another's
  }
}

/** Browsers that are at work for a run. */
function browsersOf(mark: string): number[] {
  return processesOf(mark).filter((id) => /chrom|headless/i.test(commandOf(id)));
}

function commandOf(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

/** Runs the program, and looks in the two seconds after its end for what it has left alive: nothing comes of nothing. */
async function runAndLook(
  args: readonly string[],
  options: Partial<RunOptions> & { mark?: string } = {},
): Promise<Run> {
  const { mark = `run-${process.pid}-${runs++}`, ...rest } = options;
  const run = await program(args, { cwd, ...rest, env: { ...rest.env, [MARK]: mark } });
  await vi.waitFor(() => expect(processesOf(mark).map(commandOf)).toEqual([]), 2000);
  expect(run.stderr).not.toMatch(/\n\s+at /);
  return run;
}

const BUILD = ["build", "library", "--out", "out", "--no-cache", "--jobs", "2"];

describe.skipIf(!hasProc || browser === undefined)("two seconds after a failure no child is alive", () => {
  let whole: Run;

  beforeAll(async () => {
    mkdirSync(join(cwd, "library"));
    for (let number = 1; number <= 30; number++) {
      const text = `---\nslug: well-${number}\ntitle: Well ${number}\n---\n\n## Solution\n\n${"Dig on. ".repeat(100)}\n`;
      writeFileSync(join(cwd, `library/well-${number}.md`), text);
    }
    writeFileSync(join(cwd, "library/zero.svg"), '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>');
    writeFileSync(join(cwd, "library/zero.png"), "");
    for (const kind of ["svg", "png"]) {
      writeFileSync(
        join(cwd, `library/with-zero-${kind}.md`),
        `---\nslug: with-zero-${kind}\ntitle: With zero ${kind}\n---\n\n## Solution\n\nSee ![nothing](zero.${kind}).\n`,
      );
    }
    whole = await runAndLook([...BUILD, "--format", "epub,docx"]);
  });

  it("not even where there is none: pictures of 0×0 pixels among dozens of patterns end nothing", () => {
    expect(whole.status, whole.stdout + whole.stderr).toBe(0);
    expect(whole.stdout).toContain("Wrote 32 patterns");
  });

  it("of a template, in the middle of the book", async () => {
    mkdirSync(join(cwd, "templates"), { recursive: true });
    writeFileSync(join(cwd, "templates/pattern.liquid"), "{{ nothing.of.this }}");
    writeFileSync(join(cwd, "own.yaml"), "templates: templates\n");
    const { status, stderr } = await runAndLook([...BUILD, "--format", "pdf", "--config", "own.yaml"]);
    expect(stderr).toContain("pattern.liquid");
    expect(status).toBe(2);
  });

  it("of a disk that is full when the output is written", async () => {
    const { status, stderr } = await runAndLook([...BUILD, "--format", "epub"], {
      env: { NODE_OPTIONS: `--import=${writeFullDisk()}` },
    });
    expect(stderr).toContain("The disk is full");
    expect(status).toBe(3);
  });

  it("of the configuration", async () => {
    writeFileSync(join(cwd, "wrong.yaml"), "pdf: { trim: enormous }\n");
    const { status } = await runAndLook([...BUILD, "--config", "wrong.yaml"]);
    expect(status).toBe(2);
  });

  it.each([
    ["of a browser that is killed", "browser", 3],
    ["by SIGTERM", "SIGTERM", 143],
    ["by SIGINT", "SIGINT", 130],
    ["by SIGHUP", "SIGHUP", 129],
  ] as const)("%s; nothing is left behind, and the last output is whole", async (_, what, expected) => {
    const mark = `run-${process.pid}-${runs++}`;
    const scratch = join(cwd, mark);
    mkdirSync(scratch);
    const before = await readFiles(join(cwd, "out"));
    let acting: NodeJS.Timeout | undefined;
    const { status, stderr } = await runAndLook([...BUILD, "--format", "pdf"], {
      mark,
      env: { TMPDIR: scratch },
      onProgress: (told, child) => {
        if (acting || !/^ {2}measuring/m.test(told)) return;
        acting = setInterval(() => {
          const browsers = browsersOf(mark);
          if (browsers.length === 0) return;
          if (what !== "browser") child.kill(what);
          else for (const id of browsers) endIfAlive(id);
        }, 100);
      },
    });
    clearInterval(acting);
    expect(acting, "the build came to its pages").toBeDefined();
    if (what === "browser")
      expect(stderr).toMatch(/browser stopped in the middle .*; run the build again|did not start/);
    expect(status).toBe(expected);
    expect(before.size).toBeGreaterThan(30);
    expect(await readFiles(join(cwd, "out"))).toEqual(before);
    expect(readdirSync(cwd).filter((name) => name.startsWith(".out"))).toEqual([]);
    expect(readdirSync(scratch).filter((name) => !name.startsWith("org.chromium"))).toEqual([]);
  });

  function writeFullDisk(): string {
    const path = join(cwd, "full-disk.mjs");
    writeFileSync(
      path,
      `
        import files from "node:fs/promises";
        import { syncBuiltinESMExports } from "node:module";
        for (const name of ["writeFile", "copyFile"]) {
          const own = files[name];
          files[name] = (...args) =>
            args.some((arg) => String(arg).includes("/.out-"))
              ? Promise.reject(Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" }))
              : own(...args);
        }
        syncBuiltinESMExports();
      `,
    );
    return path;
  }
});

function endIfAlive(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}
