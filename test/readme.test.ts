import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FORMATS } from "../src/formats/index.js";
import { RULES } from "../src/library/rules/index.js";
import { ROOT } from "./support/editions.js";

describe("the README", async () => {
  const text = await readFile(join(ROOT, "README.md"), "utf8");

  it("has a line for every rule, as the table of rules has it", () => {
    const lines = text.split("\n").filter((line) => /^\| `[a-z]+(-[a-z]+)+` \| (error|warning|info) \|/.test(line));
    expect(lines).toEqual(RULES.map(({ id, severity, summary }) => `| \`${id}\` | ${severity} | ${summary} |`));
  });

  it("names every format", () => {
    for (const { name } of FORMATS) expect(text).toContain(name);
  });
});
