import type { Tokens } from "../page/tokens.js";
import { BESIDES, TEMPLATES } from "./listed-templates.js";
import { type ListedToken, type Shown, TOKENS } from "./listed-tokens.js";
import { listWords } from "./listed-words.js";

const EDITIONS: Readonly<Record<Shown, string>> = { pdf: "book", epub: "e-book", docx: "Word", jsonld: "dataset" };

/** Everything that a folder of templates may change, as Markdown: tokens with what they are now, templates, words. */
export function describeTheme(tokens: Tokens): string {
  return [
    "# What a theme can change",
    "Name a folder with `templates:` in book.yaml, and put into it only what is to differ. `pattern-press check` names a file in it that changes nothing.",
    "## Tokens",
    'In `tokens.yaml`, laid over ours key by key. Sizes are in points. Colours of your own come beside ours, such as `colours: { brand: "#8a1c1c" }`; templates show them as `{{ tokens.colours.brand }}`. In `fonts` a face is named whole: `family`, `package` and `faces`, or `family` and `files`.',
    table(
      ["token", "now", "what it does", "where it shows"],
      TOKENS.map((token) => tokenRow(token, tokens)),
    ),
    "## Templates",
    "In Liquid. A file of yours takes the place of ours of the same path; `pattern-press theme FOLDER --copy PATH` copies one to begin from.",
    ...Object.entries(TEMPLATES).flatMap(([group, files]) => [
      `### ${group}`,
      table(
        ["file", "what it makes"],
        Object.entries(files).map(([name, makes]) => [`\`${name}.liquid\``, makes]),
      ),
    ]),
    "### Besides",
    table(
      ["file", "what it holds"],
      Object.entries(BESIDES).map(([name, holds]) => [`\`${name}\``, holds]),
    ),
    "## Words",
    "By key, as they are in English. Change a few under `words:` in book.yaml (`words: { contents: Table of contents }`), many in `locales/LANGUAGE.yaml`. What stands in braces is filled in.",
    ...listWords().flatMap(({ name, note, words }) => [
      ...(name === "" ? [] : [`### ${name}`]),
      ...(note === "" ? [] : [`${note}`]),
      table(
        ["key", "in English"],
        words.map(({ key, text }) => [`\`${key}\``, text]),
      ),
    ]),
  ].join("\n\n");
}

function tokenRow({ key, does, shown }: ListedToken, tokens: Tokens): string[] {
  const where =
    shown.length === Object.keys(EDITIONS).length ? "everywhere" : shown.map((one) => EDITIONS[one]).join(", ");
  return [`\`${key}\``, showToken(key, tokens), does, where];
}

/** What a token is now; of a face its name. */
export function showToken(key: string, tokens: Tokens): string {
  const [group = "", name] = key.split(".");
  if (group === "fonts") {
    const { fallbacks, ...named } = tokens.fonts;
    if (name === "fallbacks") return fallbacks.map(({ family }) => family).join(", ");
    return Object.entries(named).find(([role]) => role === name)?.[1].family ?? "";
  }
  const { fonts: _, line, rule, ...groups } = tokens;
  if (name === undefined) return String(group === "line" ? line : rule);
  const found = Object.entries(groups).find(([own]) => own === group)?.[1] ?? {};
  return String(Object.entries(found).find(([own]) => own === name)?.[1] ?? "");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
