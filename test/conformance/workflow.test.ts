import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { programRepository } from "../../src/machine/version.js";
import { ROOT } from "../support/editions.js";
import { pageTexts } from "../support/poppler.js";
import { program } from "../support/program.js";
import { type Done, openRunner, type Runner, runSteps, stub } from "../support/runner.js";

describe("the workflow that init writes, walked as a runner walks it", () => {
  let runner: Runner;
  let jobs: Record<string, { if?: string; needs?: string; steps: [] }>;
  let built: Done[];

  beforeAll(async () => {
    runner = openRunner();
    const written = await program(["init", "book", "--github"], { cwd: runner.repo });
    expect(written.status, written.stderr).toBe(0);
    ({ jobs } = parse(readFileSync(join(runner.repo, ".github/workflows/patterns.yml"), "utf8")));
    const { PUPPETEER_EXECUTABLE_PATH: _, ...env } = runner.env;
    runner.env = { ...env, GITHUB_SHA: "abc", GITHUB_RUN_NUMBER: "7" };
    const bin = join(runner.folder, "bin");
    stub(bin, "gh");
    stub(bin, "zip", ['touch "$2"']);
    const before = runner.git("rev-parse", "HEAD").stdout.trim();
    const path = join(runner.repo, "book/patterns", readdirSync(join(runner.repo, "book/patterns")).at(-1) ?? "");
    writeFileSync(path, `${readFileSync(path, "utf8")}\nMore words.\n`);
    runner.git("commit", "--quiet", "--all", "--message", "more");
    const github = { event_name: "push", event: { before }, run_id: 1, run_number: 7, token: "t" };
    built = runSteps(runner, jobs.build?.steps ?? [], { github });
    chmodSync(runner.folder, 0o755);
  });

  const of = (name: string): Done | undefined => built.find((done) => done.name.startsWith(name));

  it("builds every edition, and proves them", () => {
    for (const { name, status, output } of built) expect(status, `${name}: ${output}`).toBe(0);
    expect(of("Run Pattern Press")?.output).toMatch(/compare\n +3 of 3 patterns/);
    expect(of("actions/checkout")?.with).toEqual({ "fetch-depth": "0" });
  });

  it("attaches them to a release", () => {
    const [call = ""] = readFileSync(join(runner.folder, "gh.log"), "utf8").split("\n");
    const output = join(runner.repo, "book/output");
    expect(call).toContain("release create editions-7 --target abc");
    for (const name of ["book/my-patterns.pdf", "book/my-patterns-press.pdf", "epub/my-patterns.epub"]) {
      expect(call).toContain(join(output, name));
      expect(existsSync(join(output, name))).toBe(true);
    }
    expect(call).toContain(join(runner.env.RUNNER_TEMP ?? "", "editions.zip"));
  });

  it("hands over pages with an entrance, and the artifact", () => {
    const { path = "" } = of("actions/upload-pages-artifact")?.with ?? {};
    expect(path).toBe(join(runner.repo, "book/output"));
    expect(readFileSync(join(path, "index.html"), "utf8")).toContain("url=dataset/");
    expect(existsSync(join(path, "dataset/index.html"))).toBe(true);
    for (const folder of of("actions/upload-artifact")?.with.path?.trim().split("\n") ?? [""])
      expect(existsSync(folder.trim()), folder).toBe(true);
    expect(jobs.publish?.needs).toBe("build");
  });

  it("sums up with pages, and a picture of the first changed pattern", async () => {
    const summary = runner.read("GITHUB_STEP_SUMMARY");
    expect(summary).toMatch(/3 patterns, the last on page \d+\./);
    expect(summary).toMatch(/First changed: “.*”, .*, on page \d+: first-changed\.png of the artifact shows it\./);
    const picture = join(runner.env.RUNNER_TEMP ?? "", "pattern-press-summary/first-changed.png");
    // poppler's own word for what it drew: a PNG of a page that is higher than wide.
    const png = readFileSync(picture);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(20)).toBeGreaterThan(png.readUInt32BE(16));
    const title = /First changed: “(.*?)”/.exec(summary)?.[1] ?? "";
    const manifest = JSON.parse(readFileSync(join(runner.repo, "book/output/manifest.json"), "utf8"));
    const { print } = manifest.patterns.find((one: { title: string }) => one.title === title);
    const book = join(runner.repo, "book/output/book/my-patterns.pdf");
    expect((await pageTexts(book))[print.page - 1]).toContain(title);
  });

  it("only checks a pull request, on its lines", () => {
    writeFileSync(join(runner.repo, "book/patterns/odd.md"), "---\ntitle: Odd\nrelated: [nowhere]\n---\n\nWords.\n");
    const github = { event_name: "pull_request", event: { pull_request: { base: { sha: "HEAD" } } }, run_id: 2 };
    const checked = runSteps(runner, jobs.check?.steps ?? [], { github });
    expect(checked.find(({ name }) => name === "Run Pattern Press")?.output).toContain(
      "::warning file=book/patterns/odd.md,line=3,",
    );
    expect(checked.map(({ name }) => name)).not.toContain("Attach the editions to a release");
    expect(jobs.check?.if).toContain("pull_request");
  });
});

describe("the pipeline that init writes for GitLab", () => {
  const runner = openRunner();
  const file = join(runner.repo, ".gitlab-ci.yml");

  beforeAll(async () => {
    const written = await program(["init", "book", "--gitlab"], { cwd: runner.repo });
    expect(written.status, written.stderr).toBe(0);
  });

  it("is one by GitLab's own schema, and the action one by GitHub's", () => {
    const judge = join(ROOT, ".cache/python/bin/check-jsonschema");
    const ask = (schema: string, path: string) =>
      spawnSync(judge, ["--builtin-schema", `vendor.${schema}`, path], { encoding: "utf8" });
    for (const { status, stdout } of [ask("gitlab-ci", file), ask("github-actions", join(ROOT, "action.yml"))])
      expect(status, stdout).toBe(0);
    const wrong = join(runner.folder, "wrong.yml");
    writeFileSync(wrong, readFileSync(file, "utf8").replaceAll("script:", "skript:"));
    expect(ask("gitlab-ci", wrong).status).not.toBe(0);
  });

  it("checks, builds, verifies and gives its pages an entrance, line by line in a shell", () => {
    const bin = join(runner.folder, "bin");
    stub(bin, "apt-get");
    stub(bin, "npm");
    stub(bin, "pattern-press", [`exec "${process.execPath}" "${join(ROOT, "dist/cli.js")}" "$@"`]);
    const { before_script: before, check, pages } = parse(readFileSync(file, "utf8"));
    const { PUPPETEER_EXECUTABLE_PATH: _, ...own } = runner.env;
    const env = { ...own, CI_PROJECT_DIR: runner.repo };
    for (const { script } of [check, pages]) {
      const lines = [...before, ...script].join("\n");
      const { status, stdout, stderr } = spawnSync("bash", ["-eo", "pipefail", "-c", lines], {
        ...{ cwd: runner.repo, env, encoding: "utf8" },
      });
      expect(status, `${stdout}${stderr}`).toBe(0);
    }
    const calls = readFileSync(join(runner.folder, "pattern-press.log"), "utf8").trim().split("\n");
    expect(calls).toEqual(["check", "build", "verify output"]);
    expect(readFileSync(join(runner.folder, "npm.log"), "utf8")).toContain(`github:${programRepository()}#v`);
    expect(readFileSync(join(runner.repo, "public/index.html"), "utf8")).toContain("url=dataset/");
    expect(existsSync(join(runner.repo, "public/dataset/index.html"))).toBe(true);
  });
});
