// What stands on every card of a library, and how many of a hundred have which fault: `node bench/cards.mjs FOLDER`, after a
// build of the program. `--table` leaves the cards out. Nothing is written; asserts nothing: read the cards.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultConfig } from "../dist/config/read-config.js";
import { addressHandouts, nameHandouts } from "../dist/formats/docx/addresses.js";
import { viewCard } from "../dist/formats/docx/card/card-view.js";
import { composeCard } from "../dist/formats/docx/card/compose.js";
import { openDesk } from "../dist/formats/docx/desk.js";
import { templateFolders } from "../dist/page/template-files.js";
import { readLibrary, withWorkplace } from "../dist/workplace/workplace.js";
import { FAULTS, findFaults } from "./card-faults.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const source = resolve(folder ?? join(ROOT, "patterns"));
const config = { ...defaultConfig(), source };
const { language } = config.book;
const desk = openDesk({
  folders: templateFolders(config.templates),
  fingerprint: "",
  language,
  words: {},
  reference: null,
});
const matters = Object.entries(desk.locale.words.card);

/** The card as plain data: its summary, and its parts by matter. */
function readCard(tree, view) {
  const card = { title: view.title, summary: "", hasSummary: view.summary !== null, parts: [], related: [] };
  for (const { name, kind, words } of lines(tree)) {
    if (kind === "card-summary") card.summary = words;
    if (kind === "card-relation") card.related.push(words);
    if (kind === "card-label") card.parts.push({ label: words, matter: matterOf(words), items: [] });
    if (kind === "" && words !== "") card.parts.at(-1).items.push({ words, isPoint: name === "li" });
  }
  return { ...card, parts: card.parts.filter(({ matter }) => matter !== "related" && matter !== "notes") };
}

function* lines(node) {
  const name = node.tagName ?? "";
  if (/^(?:h\d|p|li)$/.test(name)) {
    yield { name, kind: node.properties.className?.[0] ?? "", words: wordsOf(node).replace(/\s+/g, " ").trim() };
  } else for (const child of node.children ?? []) yield* lines(child);
}

function wordsOf(node) {
  return node.value ?? (node.children ?? []).map(wordsOf).join("");
}

/** By the word that its label begins with. */
function matterOf(label) {
  return matters.find(([, words]) => typeof words === "string" && label.startsWith(words))?.[0] ?? "";
}

function print({ title, summary, parts, related }, path, faults) {
  console.log(`\n# ${title} (${path})${faults.length > 0 ? ` – ${faults.map((key) => FAULTS[key]).join("; ")}` : ""}`);
  if (summary) console.log(`  ${summary}`);
  for (const { label, items } of parts) {
    console.log(`= ${label}`);
    for (const { words, isPoint } of items) console.log(`  ${isPoint ? "• " : ""}${words}`);
  }
  if (related.length > 0) console.log(`= ${related.join("; ")}`);
}

const counts = Object.fromEntries(Object.keys(FAULTS).map((key) => [key, 0]));
const count = await withWorkplace({ jobs: 1, progress() {} }, async (place) => {
  const library = await readLibrary(config, place);
  const edition = addressHandouts(library, nameHandouts(library));
  for (const pattern of library.patterns) {
    const view = viewCard(library, pattern, edition, { config, locale: desk.locale, templates: desk.templates });
    const card = readCard(composeCard(view, await library.body(pattern), config.docx.paper, desk).tree, view);
    const faults = findFaults(card, readFileSync(join(source, pattern.source.path), "utf8"));
    for (const key of faults) counts[key]++;
    if (!process.argv.includes("--table")) print(card, pattern.source.path, faults);
  }
  return library.patterns.length;
});
console.log(`\n${count} cards; of a hundred:`);
for (const [key, name] of Object.entries(FAULTS)) {
  console.log(
    `${name.padEnd(36)}${((100 * counts[key]) / count).toFixed(1).padStart(6)}${String(counts[key]).padStart(6)}`,
  );
}
