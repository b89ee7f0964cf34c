import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../src/browser/launch.js";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { program } from "../support/program.js";

const cwd = temporaryFolder();
const env = { SOURCE_DATE_EPOCH: "1750000000" };
const small = join(ROOT, "starter/patterns");
const hasBrowser = await findBrowser().then(
  () => true,
  () => false,
);
const formats = hasBrowser ? ["pdf", "epub", "docx", "jsonld"] : ["docx", "jsonld"];
const args = ["build", small, "--out", "out", "--format", formats.join(",")];

describe("after a build that was killed", () => {
  let clean: string;

  beforeAll(async () => {
    clean = await build();
    mkdirSync(join(cwd, "other"));
    writeFileSync(join(cwd, "other/lone.md"), "---\nslug: lone\ntitle: Lone\n---\n\n## Solution\n\nAnother library.\n");
  });

  it.each(["read", "check", "draw", ...formats, "write"])(
    "in stage “%s”, from an empty cache, the next gives what a clean one gives, and leaves nothing else",
    async (stage) => {
      rmSync(join(cwd, ".cache"), { recursive: true });
      // Another library's output lies there when the build is killed.
      const other = await program(["build", "other", "--out", "out", "--format", "docx", "--no-cache"], { cwd });
      expect(other.status, other.stderr).toBe(0);
      const { status } = await program(args, {
        cwd,
        env,
        onProgress: (stderr, child) => {
          if (stderr.split("\n").includes(stage)) child.kill("SIGKILL");
        },
      });
      // The last stage may be over before the signal comes.
      if (stage !== "write") expect(status).toBe(null);
      await expectClean();
    },
  );

  it.each([1, 2, 5, 12])("while it puts its files in the output's place, at number %i", async (number) => {
    const preload = join(cwd, "preload.mjs");
    writeFileSync(preload, killAt(number));
    const { status } = await program([...args, "--select", "slug=name-what-you-share"], {
      cwd,
      env: { ...env, NODE_OPTIONS: `--import=${preload}` },
    });
    expect(status).toBe(null);
    await expectClean();
  });

  async function expectClean(): Promise<void> {
    expect(await build()).toBe(clean);
    expect(readdirSync(cwd).filter((name) => name.startsWith(".out"))).toEqual([]);
  }
});

async function build(): Promise<string> {
  const { status, stderr } = await program(args, { cwd, env });
  expect(status, stderr).toBe(0);
  return readFileSync(join(cwd, "out/SHA256SUMS"), "utf8");
}

/** A module by which the process ends, as by a power cut, when it moves a file to or from the output the nth time. */
function killAt(number: number): string {
  return `
    import files from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const rename = files.renameSync;
    let moved = 0;
    files.renameSync = (from, to) => {
      rename(from, to);
      if (/\\/(?:new|old)\\//.test(from + to) && ++moved === ${number}) process.kill(process.pid, "SIGKILL");
    };
    syncBuiltinESMExports();
  `;
}
