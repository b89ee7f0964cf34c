// `make bench`: how long each stage takes on the real corpus, cold and with cache, and how much memory all processes
// together held at most. Prints a table; asserts nothing, because times depend on the machine.
import { spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const corpus = join(ROOT, "../shared/corpus");
const source = resolve(process.argv[2] ?? (existsSync(corpus) ? corpus : join(ROOT, "patterns")));
const folder = mkdtempSync(join(tmpdir(), "pattern-press-bench-"));
const copy = join(folder, "library");
const cores = availableParallelism();

/** Runs the command line; seconds, and megabytes of it and its children together. */
async function run(args, { cache = "cache", jobs = cores } = {}) {
  const started = performance.now();
  const child = spawn(process.execPath, [join(ROOT, "dist/cli.js"), ...args, "--jobs", String(jobs)], {
    cwd: mkdirSync(join(folder, cache), { recursive: true }) ?? join(folder, cache), // the cache lies in it
    stdio: "ignore",
  });
  let peak = 0;
  let timer;
  // To ask holds up whoever is asked, browsers with a book in them for a tenth of a second: it is done the more seldom.
  const ask = () => {
    const asked = performance.now();
    peak = Math.max(peak, memoryOf(child.pid));
    timer = setTimeout(ask, Math.max(100, 50 * (performance.now() - asked)));
  };
  ask();
  const status = await new Promise((done) => child.on("exit", done));
  clearTimeout(timer);
  // 1 says that the library has errors, as a real one does.
  if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")} ended with status ${status}`);
  return { seconds: (performance.now() - started) / 1000, peak: peak / 1e6 };
}

/** Proportional set size of a process and its descendants, in bytes: shared pages count once. Linux only. */
function memoryOf(pid) {
  if (!existsSync("/proc")) return 0;
  const children = new Map();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(readQuietly(`/proc/${name}/stat`).split(") ").at(-1)?.split(" ")[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  let bytes = 0;
  const queue = [pid];
  for (let next = queue.pop(); next; next = queue.pop()) {
    bytes += Number(/^Pss:\s+(\d+)/m.exec(readQuietly(`/proc/${next}/smaps_rollup`))?.[1] ?? 0) * 1024;
    queue.push(...(children.get(next) ?? []));
  }
  return bytes;
}

function readQuietly(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // the process ended meanwhile
  }
}

const rows = [];
function note(stage, { seconds, peak }, count, unit) {
  const rate = count ? `${(count / seconds).toFixed(1)} ${unit}/s` : "";
  rows.push([stage, `${seconds.toFixed(1)} s`, rate, `${Math.round(peak)} MB`]);
  console.error(rows.at(-1).join("  "));
}

function readManifest(out) {
  return JSON.parse(readFileSync(join(folder, out, "manifest.json"), "utf8"));
}

/** Pages of the reading edition, all volumes. */
async function countPages(book) {
  let pages = 0;
  for (const name of readdirSync(book).filter((file) => /(?<!-press|-cover)\.pdf$/.test(file))) {
    const document = await PDFDocument.load(readFileSync(join(book, name)), { parseSpeed: ParseSpeeds.Fastest });
    pages += document.getPageCount();
  }
  return pages;
}

/** What making the e-book takes and holds after parsing, pages composed before or not, against the size of the book. */
async function benchPackaging() {
  const args = [copy, join(folder, "out-packaging"), join(folder, "packaging"), String(cores)];
  const child = spawn(process.execPath, ["--expose-gc", join(ROOT, "bench/packaging.mjs"), ...args]);
  let line = "";
  child.stdout.on("data", (chunk) => {
    line += chunk;
  });
  child.stderr.pipe(process.stderr);
  await new Promise((done) => child.on("close", done));
  const { cold, composed, book } = JSON.parse(line);
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
  for (const [state, { seconds, patterns, live, resident }] of Object.entries({ cold, composed })) {
    const label = `epub, ${state === "cold" ? "parsed before" : "pages composed before"}, book of ${megabytes(book)} MB`;
    const per500 = `${((seconds * 500) / patterns).toFixed(2)} s for 500`;
    rows.push([label, `${seconds.toFixed(1)} s`, per500, `+${megabytes(live)} MB live`]);
    console.error(rows.at(-1).join("  "), `(resident +${megabytes(resident)} MB)`);
  }
}

/** Whether memory grows with the number of volumes, and how many of them an edit prints anew. */
async function benchVolumes(build) {
  const { patterns } = readManifest("out-pdf");
  const volumes = new Set(patterns.map(({ print }) => print?.volume)).size;
  // As many are printed at once as there are cores: from then on memory should be the same.
  for (const count of [1, 2, 3].filter((some) => some < volumes)) {
    const slugs = patterns.filter(({ print }) => print?.volume <= count).map(({ slug }) => slug);
    const fewer = await run([...build("out-volume", "pdf"), "--select", `slug=${slugs.join(",")}`], {
      cache: "parsed",
    });
    note(`pdf, the first ${count} of ${volumes} volumes`, fewer, slugs.length, "patterns");
  }
  const kept = join(folder, "parsed/.cache/pattern-press/volumes");
  const before = countFiles(kept);
  appendFileSync(join(copy, patterns[Math.floor(patterns.length / 3)].source), "\nWord.\n");
  const edited = await run(build("out-edited", "pdf"), { cache: "parsed" });
  note(`pdf, one word edited: ${countFiles(kept) - before} of ${volumes} volumes printed`, edited);
}

/** Handouts alone, start-up and all: how fast, and whether memory grows with the library. */
async function benchHandouts(build) {
  const config = join(folder, "handouts.yaml");
  writeFileSync(config, "docx: { cards: false }\n");
  const make = async (args, label) => {
    rmSync(join(folder, "parsed/.cache/pattern-press/handouts"), { recursive: true, force: true });
    const result = await run([...args, "--config", config], { cache: "parsed" });
    const { patterns } = readManifest("out-handouts");
    note(`${label}: ${patterns.length} handouts`, result, patterns.length, "handouts");
    return patterns;
  };
  const all = build("out-handouts", "docx");
  const patterns = await make(all, "parsed before");
  for (const share of [2, 4]) {
    const slugs = patterns.slice(0, Math.ceil(patterns.length / share)).map(({ slug }) => slug);
    await make([...all, "--select", `slug=${slugs.join(",")}`], `of one in ${share}`);
  }
  const four = copyTimes(4);
  note(
    "reading and checking, four times the library",
    await run(["check", four, "--reporter", "json"], { cache: "parsed" }),
  );
  await make(
    all.map((arg) => (arg === copy ? four : arg)),
    "of the library four times",
  );
}

/** A library of so many copies, each with ids and slugs of its own. */
function copyTimes(count) {
  const to = join(folder, `library-${count}`);
  for (let copies = 0; copies < count; copies++) {
    const into = join(to, String(copies));
    cpSync(copy, into, { recursive: true });
    for (const { parentPath, name } of readdirSync(into, { recursive: true, withFileTypes: true })) {
      if (!name.endsWith(".md")) continue;
      const path = join(parentPath, name);
      const text = readFileSync(path, "utf8");
      writeFileSync(path, text.replace(/^(id:.*?)\w$/m, `$1${copies}`).replace(/^(slug:.*\w)/m, `$1-${copies}`));
    }
  }
  return to;
}

function countFiles(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}

try {
  cpSync(source, copy, { recursive: true });
  const build = (out, formats) => [
    "build",
    copy,
    "--out",
    join(folder, out),
    "--keep-going",
    "--quiet",
    ...(formats ? ["--format", formats] : []),
  ];

  note(
    "reading and checking, 1 core, cold",
    await run(["check", copy, "--reporter", "json"], { cache: "one", jobs: 1 }),
  );
  note(
    `reading and checking, ${cores} cores, cold`,
    await run(["check", copy, "--reporter", "json"], { cache: "parsed" }),
  );
  for (const format of ["jsonld", "epub", "docx", "pdf"]) {
    const result = await run(build(`out-${format}`, format), { cache: "parsed" });
    const manifest = readManifest(`out-${format}`);
    if (format === "pdf") note("pdf, parsed before", result, await countPages(join(folder, "out-pdf/book")), "pages");
    else note(`${format}, parsed before`, result, manifest.patterns.length, "patterns");
  }
  await benchHandouts(build);
  await benchPackaging();
  await benchVolumes(build);
  const cold = await run(build("out"));
  const { patterns } = readManifest("out");
  note("all four, cold", cold, patterns.length, "patterns");
  note("all four, nothing changed", await run(build("out")));
  appendFileSync(join(copy, patterns[Math.floor(patterns.length / 2)].source), "\nOne sentence more.\n");
  note("all four, one pattern edited", await run(build("out")));

  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column].length)));
  console.log(`${patterns.length} patterns, ${cores} cores\n`);
  for (const row of rows) {
    console.log(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("   "));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
