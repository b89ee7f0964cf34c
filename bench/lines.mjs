// How lines are set, read from finished PDFs by poppler: `node bench/lines.mjs NAME=FILE.pdf …` prints a column for each.
// A line counts where it is full: it ends at the right edge of the text block and has four words or more of the size of
// the text.
import { spawnSync } from "node:child_process";

// In points: as tokens.yaml has the text.
const SIZE = 10;
const FEWEST_WORDS = 4;
// Points from the edge that a line may end and be full: hyphens and points have room beside them.
const EDGE = 1.5;
// Ems; wider spaces are holes.
const HOLE = 0.6;
// A broken word ends in a soft hyphen, which poppler writes as it stands.
const BROKEN = /\p{L}[\u00ad\u2010-]$/u;

/** Pages as poppler finds them: words with their boxes, in lines. */
function readPages(file) {
  const { stdout, error } = spawnSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8", maxBuffer: 2 ** 30 });
  if (error) throw error;
  return stdout.split("<page ").slice(1).map(toLines);
}

const WORD = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g;

/** Words with one baseline that follow one another. */
function toLines(page) {
  const lines = [];
  for (const [, left, top, right, bottom, text] of page.matchAll(WORD)) {
    const word = { left: +left, top: +top, right: +right, height: bottom - top, text };
    const line = lines.at(-1);
    const goesOn = line && Math.abs(line[0].top - word.top) < 3 && word.left >= line.at(-1).right - 1;
    if (goesOn) line.push(word);
    else lines.push([word]);
  }
  return lines;
}

/** The height of the boxes of most words: those of the text. */
function heightOfText(pages) {
  const counts = new Map();
  for (const { height } of pages.flat(2)) {
    const key = height.toFixed(1);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Number([...counts].sort(([, a], [, b]) => b - a)[0]?.[0]);
}

/** The right edges at which lines of left and right pages end. */
function edgesOf(pages, isText) {
  return [0, 1].map((side) => {
    const counts = new Map();
    for (const line of pages.filter((_, at) => at % 2 === side).flat()) {
      if (!isText(line)) continue;
      const key = Math.round(line.at(-1).right);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return Number([...counts].sort(([, a], [, b]) => b - a)[0]?.[0]);
  });
}

function measure(file) {
  const pages = readPages(file);
  const height = heightOfText(pages);
  const isText = (line) =>
    line.length >= FEWEST_WORDS && line.filter((word) => Math.abs(word.height - height) < 0.2).length * 2 > line.length;
  const edges = edgesOf(pages, isText);
  const found = { pages: pages.length, full: 0, broken: 0, runs: 0, longest: 0, holes: 0, pageEnds: 0 };
  const gaps = [];
  for (const [at, lines] of pages.entries()) {
    let run = 0;
    const close = () => {
      if (run > 2) found.runs++;
      found.longest = Math.max(found.longest, run);
      run = 0;
    };
    const texts = lines.filter(isText);
    for (const [index, line] of lines.entries()) {
      if (!isText(line) || Math.abs(line.at(-1).right - edges[at % 2]) > EDGE) {
        if (isText(line)) close();
        continue;
      }
      found.full++;
      const gap = line.slice(1).reduce((sum, word, n) => sum + word.left - line[n].right, 0) / (line.length - 1) / SIZE;
      gaps.push(gap);
      if (gap > HOLE) found.holes++;
      if (!BROKEN.test(line.at(-1).text)) close();
      else {
        found.broken++;
        run++;
        if (line === texts.at(-1) && !lines.slice(index + 1).some((l) => l[0].top > line[0].top + 3)) found.pageEnds++;
      }
    }
    close();
  }
  gaps.sort((a, b) => a - b);
  const share = (part) => `${((100 * part) / Math.max(1, found.full)).toFixed(2)} %`;
  const at = (part) => gaps[Math.floor(part * (gaps.length - 1))]?.toFixed(3) ?? "";
  return {
    pages: found.pages,
    "full lines": found.full,
    "that end in a broken word": share(found.broken),
    "runs of three and more": found.runs,
    "the longest": found.longest,
    "spaces over 0.6 em": share(found.holes),
    "pages that end in a broken word": found.pageEnds,
    "space of lines, 1st of 100": at(0.01),
    "50th": at(0.5),
    "99th": at(0.99),
  };
}

const columns = process.argv.slice(2).map((argument) => {
  const [name, file] = argument.split("=");
  return [name, measure(file)];
});
console.log(`| | ${columns.map(([name]) => name).join(" | ")} |\n|---|${columns.map(() => "---|").join("")}`);
for (const row of Object.keys(columns[0]?.[1] ?? {})) {
  console.log(`| ${row} | ${columns.map(([, found]) => found[row]).join(" | ")} |`);
}
