import { beforeAll, describe, expect, it } from "vitest";
import { asCalled } from "../../src/commands/called.js";
import { temporaryFolder } from "../support/editions.js";
import { program } from "../support/program.js";

const cwd = temporaryFolder();
const NPX = { npm_command: "exec", npm_lifecycle_event: "npx" };

beforeAll(async () => {
  await program(["init", "."], { cwd });
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
    ["a misspelt command", undefined, "(Did you mean build?)"],
  ])("for %s", async (_, options, told) => {
    const args = options === undefined ? ["biuld"] : ["build", "--no-cache", ...options];
    const { status, stderr } = await program(args, { cwd });
    expect(stderr).toContain(told);
    expect(status).toBe(2);
  });
});

describe("the next command is named as it would be typed", () => {
  it("through npx, where that is how this one came to run", async () => {
    const made = await program(["init", "through"], { cwd, env: NPX });
    expect(made.stdout).toContain("  cd through\n  npx pattern-press build\n");
    const plain = await program(["init", "plain"], { cwd });
    expect(plain.stdout).toContain("  cd plain\n  pattern-press build\n");
    const lost = await program(["check", "nowhere"], { cwd, env: NPX });
    expect(lost.stderr).toMatch(/npx pattern-press build FOLDER; or begin with npx pattern-press init/);
  });

  it("and never twice", () => {
    expect(asCalled("Run npx pattern-press check.", NPX)).toBe("Run npx pattern-press check.");
    expect(asCalled("A fault of pattern-press 0.1.0", NPX)).toBe("A fault of pattern-press 0.1.0");
  });
});
