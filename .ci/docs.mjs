// Writes the pages of docs/ and the schemas that come of the program itself, and into every other page the address of the
// repository that package.json states; with --check, exit status 1 where one is not as it would be written.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { bookSchema } from "../dist/config/json-schema.js";
import { RULES } from "../dist/library/rules/index.js";
import { frontMatterSchema } from "../dist/library/reading/front-matter-schema.js";
import { programRepository } from "../dist/machine/version.js";

const NOTE = "<!-- Written by .ci/docs.mjs (make docs): change what it is written from. -->";
const book = bookSchema();
const WORDS = { string: "a text", integer: "a whole number", number: "a number", boolean: "`true` or `false`" };

// Where pages name a repository in these ways, it is ours: pictures, npm's short name, an action that is not GitHub's own.
const OWN_ADDRESS = /(raw\.githubusercontent\.com\/|npm install github:|uses: (?!actions\/))[\w.-]+\/[\w.-]+/g;

const pages = {
  ...Object.fromEntries(listWritten().map((path) => [path, address(readFileSync(path, "utf8"))])),
  "docs/rules.md": describeRules(),
  "docs/configuration.md": describeConfiguration(),
  "schemas/book.json": `${JSON.stringify(book, null, 2)}\n`,
  "schemas/pattern.json": `${JSON.stringify(frontMatterSchema(), null, 2)}\n`,
};

const isCheck = process.argv.includes("--check");
const stale = Object.entries(pages).filter(([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text);
for (const [path, text] of isCheck ? [] : stale) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
if (isCheck && stale.length > 0) {
  console.error(`Not as the program has it: ${stale.map(([path]) => path).join(", ")}. Run make docs, and read the difference.`);
  process.exitCode = 1;
}

/** The pages that people write. */
function listWritten() {
  const written = readdirSync("docs").filter((name) => name.endsWith(".md") && !["rules.md", "configuration.md"].includes(name));
  return ["README.md", ...written.map((name) => `docs/${name}`)];
}

function address(text) {
  return text.replace(OWN_ADDRESS, (_, way) => `${way}${programRepository()}`);
}

function describeRules() {
  const rows = RULES.map(({ id, severity, summary }) => `| \`${id}\` | ${severity} | ${summary} |`);
  return `${NOTE}

# Rules

What \`pattern-press check\` looks for, and a build. An error keeps a file out of the editions; a warning is something a reader would miss or stumble over; a note (\`info\`) is for the record. \`rules:\` in book.yaml raises, lowers or silences any of them but an error, which a file cannot become a pattern with:

\`\`\`yaml
rules:
  related-is-mutual: off
  licence-is-stated: error
  images-have-alt: { "drafts/**": info, "**": error }
\`\`\`

Globs are those of files below the library's folder; the first that fits counts. What is silenced is counted at the end of every check and build. \`check --strict\` makes errors of all warnings.

| rule | severity | what should hold |
| --- | --- | --- |
${rows.join("\n")}
`;
}

function describeConfiguration() {
  const rows = listKeys(book).map(({ key, holds, standard }) => `| \`${key}\` | ${holds} | ${standard} |`);
  return `${NOTE}

# Configuration

Every key that \`book.yaml\` may hold, what it holds, and what it is where it is left out. [book-yaml.md](book-yaml.md) shows them in their places with a word on each; \`pattern-press schema book\` prints the same as a JSON Schema, by which an editor completes keys and marks mistakes.

| key | holds | default |
| --- | --- | --- |
${rows.join("\n")}
`;
}

/** The leaves of a schema by their dotted keys; `[]` stands for an entry of a list, `*` for any key. */
function listKeys(schema, path = "") {
  // Of the whole the alternatives only say what may stand beside what.
  const alternatives = (path === "" ? undefined : (schema.anyOf ?? schema.oneOf)) ?? [schema];
  const inner = alternatives.flatMap((one) => [
    ...Object.entries(one.properties ?? {}).flatMap(([name, own]) => listKeys(own, path === "" ? name : `${path}.${name}`)),
    ...(isMap(one.items) && hasKeys(one.items) ? listKeys(one.items, `${path}[]`) : []),
  ]);
  if (path === "") return inner;
  const isOnlyMap = alternatives.length === 1 && schema.properties !== undefined;
  return isOnlyMap ? inner : [{ key: path, holds: describe(schema), standard: describeDefault(schema) }, ...inner];
}

function hasKeys(schema) {
  return (schema.anyOf ?? [schema]).some((one) => one.properties !== undefined);
}

function isMap(value) {
  return typeof value === "object" && value !== null;
}

function describeDefault({ default: standard }) {
  return standard === undefined ? "" : inCode(JSON.stringify(standard));
}

function inCode(words) {
  return `\`${words}\``;
}

function describe(schema) {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return [...new Set(alternatives.map(describe))].join(", or ");
  if (schema.$ref !== undefined) return "a place, or a list of them";
  if (schema.const !== undefined) return inCode(JSON.stringify(schema.const));
  if (schema.enum !== undefined) return schema.enum.map((one) => inCode(one)).join(", ");
  if (schema.type === "array") return `a list${isMap(schema.items) ? ` of ${describe(schema.items)}` : ""}`;
  if (schema.type === "object") return schema.properties ? "a map" : "a map of keys of your own";
  const bounds = [
    schema.minimum > -9e15 ? `from ${schema.minimum}` : "",
    schema.exclusiveMinimum !== undefined ? `above ${schema.exclusiveMinimum}` : "",
    schema.maximum < 9e15 ? `to ${schema.maximum}` : "",
  ].filter(Boolean);
  return [WORDS[schema.type] ?? "anything", ...bounds].join(" ");
}
