// Writes the summary of a run: what was found, what was made, and the first changed pattern as it is printed.
import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const { GITHUB_STEP_SUMMARY, RUNNER_TEMP = "", BASE } = process.env;
const folder = join(RUNNER_TEMP, "pattern-press-summary");
const findings = readJson(join(folder, "findings.json")) ?? [];
const manifest = readJson("output/manifest.json");

const lines = ["## Pattern Press", "", ...sumFindings(), ...(manifest ? sumEditions(manifest) : [])];
if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, `${lines.join("\n")}\n`);

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined; // that far it never came
  }
}

/** How often each rule is broken, the gravest first. */
function sumFindings() {
  const ranks = ["error", "warning", "info"];
  const counts = new Map();
  for (const { rule, severity } of findings) {
    const key = `${ranks.indexOf(severity)} ${rule}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (counts.size === 0) return ["Nothing to fix.", ""];
  const rows = [...counts].sort().map(([key, count]) => {
    const [rank, rule] = key.split(" ");
    return `| \`${rule}\` | ${ranks[rank]} | ${count} |`;
  });
  return ["| rule | severity | found |", "| --- | --- | ---: |", ...rows, ""];
}

function sumEditions({ patterns, artifacts }) {
  const folders = Map.groupBy?.(artifacts, ({ path }) => path.split("/")[0]) ?? groupByFolder(artifacts);
  const rows = [...folders].map(([name, own]) => `| ${name} | ${own.length} | ${megabytes(own)} |`);
  const pages = Math.max(0, ...patterns.map(({ print }) => print?.page ?? 0));
  const printed = pages > 0 ? `, the last on page ${pages}` : "";
  return [
    `${patterns.length} patterns${printed}.`,
    "",
    "| edition | files | MB |",
    "| --- | ---: | ---: |",
    ...rows,
    "",
    ...showFirstChanged(patterns, artifacts),
  ];
}

function groupByFolder(artifacts) {
  const folders = new Map();
  for (const artifact of artifacts) {
    const [name] = artifact.path.split("/");
    folders.set(name, [...(folders.get(name) ?? []), artifact]);
  }
  return folders;
}

function megabytes(files) {
  return (files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1);
}

/** The page of the first pattern that was changed since BASE, as a picture among the artifacts: a summary can show none. */
function showFirstChanged(patterns, artifacts) {
  const changed = listChanged();
  const pattern = patterns.find(({ source }) => changed.some((path) => path === source || path.endsWith(`/${source}`)));
  if (!pattern) return [];
  const name = `“${pattern.title}”, ${pattern.source}`;
  const { page, volume = 1 } = pattern.print ?? {};
  const book = artifacts.find(({ path }) => isBook(path, volume));
  if (!page || !book) return [`First changed: ${name}.`, ""];
  const picture = join(folder, "first-changed");
  try {
    const pages = ["-f", String(page), "-l", String(page)];
    execFileSync("pdftoppm", ["-r", "80", "-png", "-singlefile", ...pages, join("output", book.path), picture]);
  } catch {
    return [`First changed: ${name}, on page ${pattern.print.label}.`, ""]; // no poppler on this runner
  }
  return [`First changed: ${name}, on page ${pattern.print.label}: first-changed.png of the artifact shows it.`, ""];
}

function isBook(path, volume) {
  if (!/^book\/.*\.pdf$/.test(path) || /-(press|cover)\.pdf$/.test(path)) return false;
  return volume === 1 ? !/-vol-\d+\.pdf$/.test(path) : path.endsWith(`-vol-${volume}.pdf`);
}

/** Paths from the repository's root; none where there is nothing to compare with. */
function listChanged() {
  if (!BASE || /^0+$/.test(BASE) || !existsSync("output/manifest.json")) return [];
  try {
    const list = execFileSync("git", ["diff", "--name-only", "-z", BASE, "--", "*.md"], { encoding: "utf8" });
    return list.split("\0").filter(Boolean);
  } catch {
    return []; // a shallow clone does not have it
  }
}
