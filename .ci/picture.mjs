// Draws the rooms of src/ as they import one another, as a Mermaid diagram in CONTRIBUTING.md; with --check, exit status 1 where
// another stands there. An arrow that a longer way says already is left out: the picture shows who stands on whom.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { ROOMS } from "./rooms.mjs";

const PAGE = "CONTRIBUTING.md";
const FROM = /\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;
const FENCED = /```mermaid\n[\s\S]*?```\n/;

const rooms = Object.keys(ROOMS);
const arrows = new Map(rooms.map((room) => [room, new Set()]));
for (const file of readdirSync("src", { recursive: true }).filter((name) => name.endsWith(".ts"))) {
  for (const [, target] of readFileSync(join("src", file), "utf8").matchAll(FROM)) {
    const [from, to] = [roomOf(file), roomOf(relative(".", join(dirname(file), target)))];
    if (from !== to && rooms.includes(to)) arrows.get(from)?.add(to);
  }
}

function roomOf(path) {
  return path.split(sep)[0].replace(/\.[jt]s$/, "");
}

/** Whether a room is reached from another by way of a third. */
function isReached(from, to) {
  const ways = [...arrows.get(from)].filter((room) => room !== to);
  const seen = new Set();
  for (let room = ways.pop(); room !== undefined; room = ways.pop()) {
    if (room === to) return true;
    if (!seen.has(room)) ways.push(...arrows.get(room));
    seen.add(room);
  }
  return false;
}

const lines = rooms.flatMap((room) =>
  [...arrows.get(room)]
    .filter((to) => !isReached(room, to))
    .sort((a, b) => rooms.indexOf(a) - rooms.indexOf(b))
    .map((to) => `  ${room} --> ${to}`),
);
const picture = `\`\`\`mermaid\nflowchart TD\n${lines.join("\n")}\n\`\`\`\n`;

const page = readFileSync(PAGE, "utf8");
if (!FENCED.test(page)) throw new Error(`${PAGE} has no place for the picture: expected a block of Mermaid`);
const drawn = page.replace(FENCED, () => picture);
if (!process.argv.includes("--check")) writeFileSync(PAGE, drawn);
else if (drawn !== page) {
  console.error(`${PAGE}: the picture is not that of the house. Run make docs, and read the difference.`);
  process.exitCode = 1;
}
