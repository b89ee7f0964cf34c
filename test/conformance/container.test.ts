import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT, temporaryFolder } from "../support/editions.js";

const containerfile = readFileSync(join(ROOT, "Containerfile"), "utf8");
const [, base = ""] = /^FROM (\S+)/m.exec(containerfile) ?? [];

const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 });

/** An engine that is at work here and has the base, or comes by it. */
const engine = ["podman", "docker"].find(
  (name) => run(name, "info").status === 0 && run(name, "pull", base).status === 0,
);

it("the Containerfile is as hadolint wants it", () => {
  const { status, stdout } = run(join(ROOT, ".cache/python/bin/hadolint"), "Containerfile");
  expect(stdout).toBe("");
  expect(status).toBe(0);
});

// Without an engine: test/program/container.test.ts, and `.ci/container.sh`, which comes by with less.
describe.skipIf(engine === undefined)("in the container (skipped where no podman or docker reaches its base)", () => {
  const library = join(temporaryFolder(), "library");
  const inside = (...args: string[]) =>
    run(
      engine ?? "",
      "run",
      "--rm",
      "--user",
      `${process.getuid?.()}`,
      "--volume",
      `${library}:/library`,
      "pattern-press-test",
      ...args,
    );

  beforeAll(() => {
    mkdirSync(library);
    const built = run(engine ?? "", "build", "--file", "Containerfile", "--tag", "pattern-press-test", ".");
    expect(built.status, built.stderr).toBe(0);
  });

  it("a library is begun, checked and built", () => {
    for (const args of [["init", "."], ["check"], ["build"], ["verify"]]) {
      const { status, stdout, stderr } = inside(...args);
      expect(status, `${args[0]}: ${stdout}${stderr}`).toBe(0);
    }
    for (const path of ["book/my-patterns.pdf", "epub/my-patterns.epub", "dataset/index.html"])
      expect(existsSync(join(library, "output", path)), path).toBe(true);
  });
});
