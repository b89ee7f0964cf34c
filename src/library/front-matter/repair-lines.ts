/** How a value that was meant as text is misread by YAML. */
export type MistakeKind =
  | "comment"
  | "remark"
  | "tag"
  | "anchor"
  | "alias"
  | "colon"
  | "quotes"
  | "curly-quotes"
  | "brackets"
  | "template"
  | "sign"
  | "no-blank"
  | "no-break-space";

/** A line that was repaired, so that YAML reads the text that stands there. */
export interface RepairedLine {
  kind: MistakeKind;
  /** Index of the value in the line as it was. */
  column: number;
  /** The text that was meant. */
  text: string;
  line: string;
}

// Blanks and dashes of lists, the field, and what stands behind it up to a comment on its own.
const ENTRY =
  /^([ \t]*(?:-[ \t]+)*)((?:"[^"]*"|'[^']*'|[\w.][\w .-]*?)[ \t]*:[ \t]+)?(\S.*?)([ \t]+#(?:[ \t].*)?)?[ \t]*$/;
const NO_BLANK = /^([ \t]*(?:-[ \t]+)*[A-Za-z_][\w-]*[ \t]*:)(?!\/\/)([^\s:].*)$/;
const NO_BREAK_SPACE = /[\u00a0\u2007\u202f\u3000]/;
// These hold fields of their own: text would be no help.
const GROUPS = /^[ \t]*(?:tags|classification|ontology|lifecycle|provenance|relationships)[ \t]*:/;

// Entries of these are maps in real libraries; of a text with a colon the first word is none of them.
const ENTRY_FIELDS =
  /^(?:slug|id|weight|description|name|role|email|title|author|authors|year|date|url|link|doi|score)[ \t]*:/i;

/** An entry of a list that is one text, whatever it looks like: `- Reef: a memoir`. */
export function repairEntry(line: string): RepairedLine | undefined {
  const [, before, text] = /^([ \t]*(?:-[ \t]+)+)(\S.*?)[ \t]*$/.exec(line) ?? [];
  if (before === undefined || text === undefined || ENTRY_FIELDS.test(text)) return undefined;
  return { kind: "colon", column: before.length, text, line: before + quoted(text) };
}

/** Repairs a line of YAML that shows a known mistake; undefined if it shows none. */
export function repairLine(line: string): RepairedLine | undefined {
  return repairSpaces(line) ?? repairBlank(line) ?? repairValue(line);
}

/** A no-break space looks like a blank and is a letter to YAML: before a field, or after its colon. */
function repairSpaces(line: string): RepairedLine | undefined {
  const [, before = "", name = "", after = "", text = ""] =
    /^([\s-]*)((?:[\w-]+[ \t]*:(?=\s|$))?)(\s*)(.*)$/.exec(line) ?? [];
  if (!NO_BREAK_SPACE.test(before) && !(name && NO_BREAK_SPACE.test(after))) return undefined;
  if (!name && !before.includes("-")) return undefined;
  const asBlank = (blanks: string): string => blanks.replace(new RegExp(NO_BREAK_SPACE, "g"), " ");
  const column = Math.max(0, line.search(NO_BREAK_SPACE));
  // A single space is a slip: nobody indents by one.
  const indent = before.length === 1 ? "" : asBlank(before);
  return {
    kind: "no-break-space",
    column,
    text: `${name} ${text}`.trim(),
    line: indent + name + asBlank(after) + text,
  };
}

function repairBlank(line: string): RepairedLine | undefined {
  const [, name, text] = NO_BLANK.exec(line) ?? [];
  if (name === undefined || text === undefined) return undefined;
  return { kind: "no-blank", column: name.length, text: line.trim(), line: `${name} ${text}` };
}

function repairValue(line: string): RepairedLine | undefined {
  const [, before = "", name = "", value = "", comment = ""] = ENTRY.exec(line) ?? [];
  if (value === "" || (name === "" && !before.includes("-")) || GROUPS.test(name)) return undefined;
  const meant = readMeant(value);
  if (!meant) return undefined;
  if (meant.kind === "colon" && name !== "" && before.includes("-")) {
    const entry = repairEntry(line);
    if (entry) return entry;
  }
  // If a # was meant as text, so is what follows it.
  const [text, rest] = meant.kind === "comment" ? [value + comment.trimEnd(), ""] : [meant.text, comment];
  return { kind: meant.kind, column: before.length + name.length, text, line: before + name + quoted(text) + rest };
}

/** A text in quotes, in which nothing but the quotes themselves is a sign (YAML 1.2, 7.3.2). */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const SIGNS: Readonly<Record<string, MistakeKind>> = { "!": "tag", "&": "anchor", "*": "alias" };

function readMeant(value: string): { kind: MistakeKind; text: string } | undefined {
  const first = value.charAt(0);
  if (/^\{[{%]/.test(value)) return { kind: "template", text: value };
  if (first === '"' || first === "'") return readQuotes(value, first);
  if (first === "[" || first === "{") {
    const closed = first === "[" ? /^\[[^\]]*\][ \t]*[^\s,#]/ : /^\{[^}]*\}[ \t]*[^\s,#]/;
    return closed.test(value) ? { kind: "brackets", text: value } : undefined;
  }
  const sign = SIGNS[first];
  if (sign) return { kind: sign, text: value };
  if (/^[@`%,]|^[|>][-+\d]*[ \t]*[^-+\d\s#]|^[-?](?:\s|$)/.test(value)) return { kind: "sign", text: value };
  if (/[ \t]#\S/.test(value)) return { kind: "comment", text: value };
  return /:(?:\s|$)/.test(value) ? { kind: "colon", text: value } : undefined;
}

/** `'it's'` is its words; `"a" b` is the whole, quotes and all. A quote that nothing closes may end lines below. */
function readQuotes(value: string, quote: string): { kind: MistakeKind; text: string } | undefined {
  const second = value.indexOf(quote, 1);
  if (second < 0 || second === value.length - 1) return undefined;
  // The second is an apostrophe, or opens a quotation of its own.
  const isInner = /\s/.test(value.charAt(second - 1)) || /\w/.test(value.charAt(second + 1));
  return { kind: "quotes", text: isInner && value.endsWith(quote) ? value.slice(1, -1) : value };
}
