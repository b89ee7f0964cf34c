import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/read-config.js";
import { weigh } from "../../src/library/rules/levels.js";
import type { Finding } from "../../src/library/rules/rule.js";
import { pathInRepository } from "../../src/report/repository.js";
import { temporaryFolder } from "../support/editions.js";
import { inProcess } from "../support/in-process.js";

const finding = (rule: string, file?: string): Finding => ({
  rule,
  severity: "warning",
  ...(file === undefined ? {} : { file }),
  found: "a",
  expected: "b",
  mend: "c",
});

describe("the level of a rule", () => {
  it("is raised, lowered or silenced, and what is silenced is kept", () => {
    const found = ["title-is-unique", "licence-is-stated", "slug-is-safe", "id-is-present"].map((id) =>
      finding(id, "a.md"),
    );
    const levels = { "title-is-unique": "error", "licence-is-stated": "info", "slug-is-safe": "off" } as const;
    const { findings, silenced } = weigh(found, levels);
    expect(findings.map(({ severity }) => severity)).toEqual(["error", "info", "warning"]);
    expect(silenced.map(({ rule }) => rule)).toEqual(["slug-is-safe"]);
  });

  it("is that of the first glob that fits the file, else the rule's own", () => {
    const levels = { "images-have-alt": { "drafts/**": "off", "*/old.md": "info" } } as const;
    const files = ["drafts/old.md", "drafts/deep/er.md", "basics/old.md", "basics/new.md", undefined];
    const { findings, silenced } = weigh(
      files.map((file) => finding("images-have-alt", file)),
      levels,
    );
    expect(silenced.map(({ file }) => file)).toEqual(["drafts/old.md", "drafts/deep/er.md"]);
    expect(findings.map(({ severity }) => severity)).toEqual(["info", "warning", "warning"]);
    const all = weigh([finding("edition-is-dated")], { "edition-is-dated": { "**": "off" } });
    expect(all.silenced).toHaveLength(1);
  });

  it.each([
    [
      "rules: { relations-have-targets: off }",
      "rules.relations-have-targets: there is no such rule; expected “relations-have-target”",
    ],
    ["rules: { slug-is-unique: warning }", "cannot become a pattern, so it stays an error"],
    ["rules: { file-is-text: { 'a/**': off } }", "cannot become a pattern, so it stays an error"],
    ["rules: { title-is-plain: loud }", "expected off, info, warning or error"],
  ])("%s is refused", (text, told) => {
    expect(() => parseConfig(text, "b.yaml")).toThrow(told);
  });
});

describe("a path in annotations", () => {
  it("begins at the workspace of the runner, else at the repository", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "repo/.git"), { recursive: true });
    const patterns = join(folder, "repo/docs/patterns");
    expect(pathInRepository(patterns, { GITHUB_WORKSPACE: join(folder, "repo/docs") })).toBe("patterns");
    expect(pathInRepository(patterns, { GITHUB_WORKSPACE: join(folder, "else") })).toBe("docs/patterns");
    expect(pathInRepository(patterns, {})).toBe("docs/patterns");
    expect(pathInRepository(join(folder, "repo"), {})).toBe(".");
  });
});

describe("check", () => {
  const folder = temporaryFolder();
  const book = join(folder, "book");

  beforeAll(() => {
    mkdirSync(join(folder, ".git"));
    mkdirSync(join(book, "patterns"), { recursive: true });
    writeFileSync(join(book, "patterns/one.md"), "---\ntitle: One\nrelated: [nowhere]\n---\n\nWords.\n");
    writeFileSync(join(book, "book.yaml"), "rules: { relations-have-target: off, id-is-present: info }\n");
    writeFileSync(join(book, "wrong.yaml"), "book:\n  colour: red\n");
  });

  it("shows how much is silenced", async () => {
    const { status, stdout } = await inProcess(["check", "--jobs", "1"], { cwd: book });
    expect(status).toBe(0);
    expect(stdout).toContain("Silenced by rules: 1 (relations-have-target 1).");
    expect(stdout).not.toContain("nowhere");
    const built = await inProcess(["build", "--format", "docx", "--no-cache", "--json", "--jobs", "1"], { cwd: book });
    expect(JSON.parse(built.stdout).silenced).toMatchObject([{ rule: "relations-have-target", file: "one.md" }]);
  });

  it("--strict makes errors of warnings, and of nothing else", async () => {
    const { status, stdout } = await inProcess(["check", "--jobs", "1", "--strict", "--reporter", "json"], {
      cwd: book,
    });
    expect(status).toBe(1);
    const severities = JSON.parse(stdout).map(({ severity }: Finding) => severity);
    expect(new Set(severities)).toEqual(new Set(["error", "info"]));
  });

  it("annotates files from the repository's root, wherever it runs", async () => {
    const { stdout } = await inProcess(["check", "--jobs", "1", "--reporter", "github"], {
      cwd: book,
      env: { GITHUB_WORKSPACE: "" },
    });
    expect(stdout).toContain("::warning file=book/patterns/one.md,title=slug-is-present::");
    expect(stdout).not.toContain("file=patterns/");
  });

  it("annotates mistakes in the configuration, and tells them in JSON", async () => {
    const args = ["check", "--jobs", "1", "--config", "wrong.yaml", "--reporter"];
    const annotated = await inProcess([...args, "github"], { cwd: book, env: { GITHUB_WORKSPACE: "" } });
    expect(annotated.status).toBe(2);
    expect(annotated.stdout).toMatch(/^::error file=book\/wrong\.yaml,line=2,col=\d+,title=configuration::book: /);
    const told = await inProcess([...args, "json"], { cwd: book });
    expect(JSON.parse(told.stdout)).toMatchObject([
      { rule: "configuration", severity: "error", file: "wrong.yaml", place: { line: 2 } },
    ]);
  });
});
