/** Front matter that stands between other signs than lines of dashes. */
export interface OtherBlock {
  language: "yaml" | "toml";
  /** Its fields. */
  text: string;
  /** Index of the first of its lines. */
  first: number;
  /** Index of the line after it. */
  end: number;
}

interface Fence {
  opens: RegExp;
  closes: RegExp;
  language: OtherBlock["language"];
  /** Whether the signs are a part of the fields. */
  holdsSigns?: boolean;
}

const FENCES: readonly Fence[] = [
  // Hugo and Zola.
  { opens: /^\+\+\+[ \t]*$/, closes: /^\+\+\+[ \t]*$/, language: "toml" },
  // Hyde.
  { opens: /^[ \t]*\{%-?[ \t]*hyde[ \t]*$/, closes: /^[ \t]*-?%\}[ \t]*$/, language: "yaml" },
  // Hugo's JSON, which YAML reads.
  { opens: /^\{[ \t]*$/, closes: /^\}[ \t]*$/, language: "yaml", holdsSigns: true },
];

/**
 * Finds the front matter of other programs at the beginning of a file: TOML between lines of `+++`, JSON in braces, YAML
 * between `{%hyde` and `%}`, and MultiMarkdown's fields, which nothing fences and a blank line ends.
 */
export function findOtherBlock(lines: readonly string[]): OtherBlock | undefined {
  const open = lines.findIndex((line) => line.trim() !== "");
  const fence = FENCES.find(({ opens }) => opens.test(lines[open] ?? ""));
  if (!fence) return openFields(lines, open);
  const close = lines.findIndex((line, at) => at > open && fence.closes.test(line));
  if (close < 0) return undefined;
  const [first, last] = fence.holdsSigns ? [open, close + 1] : [open + 1, close];
  const text = lines.slice(first, last).join("\n");
  if (fence.holdsSigns && !isJson(text)) return undefined;
  return { language: fence.language, text, first, end: close + 1 };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const TITLE = /^title[ \t]*:[ \t]*\S/i;
const FIELD = /^([\p{L}][\p{L}\p{N} _-]{0,40}):(?:[ \t]|$)/u;
const NEXT_LINE = /^[ \t]+\S/;

/** `Title: …` and more such lines, up to a blank one; their names in small letters, as front matter has them. */
function openFields(lines: readonly string[], first: number): OtherBlock | undefined {
  if (first !== 0 || !TITLE.test(lines[first] ?? "")) return undefined;
  const end = lines.findIndex((line, at) => at > first && line.trim() === "");
  const fields = lines.slice(first, end < 0 ? lines.length : end);
  if (end < 0 || !fields.every((line) => FIELD.test(line) || NEXT_LINE.test(line))) return undefined;
  const text = fields.map((line) => line.replace(FIELD, (field) => field.toLowerCase())).join("\n");
  return { language: "yaml", text, first, end };
}
