import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/editions.js";

/** The instructions of the Containerfile: words and the rest of the line, continued lines joined, comments away. */
const instructions = readFileSync(join(ROOT, "Containerfile"), "utf8")
  .replace(/^#.*\n/gm, "")
  .replace(/\\\n/g, " ")
  .split("\n")
  .filter(Boolean)
  .map((line) => /^([A-Z]+) (.*)$/.exec(line)?.slice(1) ?? ["", line]);

const all = (word: string): string[] => instructions.flatMap(([name, rest = ""]) => (name === word ? [rest] : []));

// The image itself is made and run where there is an engine: test/conformance/container.test.ts.
describe("the Containerfile", () => {
  it("begins with Node of one version, by a name that every engine reads alike", () => {
    const { node } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).engines;
    const bases = all("FROM").map((base) =>
      /^docker\.io\/library\/node:(\d+)\.\d+\.\d+-bookworm-slim( AS \w+)?$/.exec(base),
    );
    expect(bases.map((base) => base?.[1])).toEqual(["20", "20"]);
    expect(node).toMatch(/^>=20\./);
  });

  it("installs what the lock file pins, and of Debian what there was on one day", () => {
    const [make = "", install = ""] = all("RUN");
    expect(make).toMatch(/^npm ci --ignore-scripts .*npm pack .*npm prune --omit=dev/);
    expect(all("RUN").join("\n")).not.toMatch(/npm install/);
    expect(all("ARG")[0]).toMatch(/^DEBIAN_DAY=\d{8}T\d{6}Z$/);
    expect(install).toMatch(/DEBIAN_DAY.*apt-get install .*chromium-headless-shell/);
  });

  it("runs the program as an ordinary user, in the folder of the library", () => {
    expect(all("USER")).toEqual(["1000:1000"]);
    expect(all("WORKDIR").at(-1)).toBe("/library");
    expect(all("ENTRYPOINT")).toEqual(['["pattern-press"]']);
    expect(instructions.findIndex(([name]) => name === "USER")).toBeGreaterThan(
      instructions.findLastIndex(([name]) => name === "RUN"),
    );
  });
});
