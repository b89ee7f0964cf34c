/** An element or an attribute of a template, where it begins. */
export interface Tag {
  /** `<video>`, `onclick=` or `<img src="logo.png">`. */
  name: string;
  /** The element's, in lower case. */
  element: string;
  line: number;
  column: number;
}

const LIQUID = /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{%[\s\S]*?%\}|<!--[\s\S]*?-->/g;
const VALUE = /\{\{[\s\S]*?\}\}/g;
/** What is drawn has elements of its own, and words of a script or style sheet are none. */
const INSIDE = /(<(svg|math|script|style)\b[^>]*>)([\s\S]*?)(?=<\/\2\s*>)/gi;
const TAG = /<([a-z][\w:-]*)((?:\s[^<>]*)?)>/gi;
const RUNS = /\s(on[a-z]+)\s*=/i;
const FILE = /\s(src|srcset|poster|data)\s*=\s*(["']?)(?!\s*(?:§|#|data:))([^"'\s>]+)/i;

/** The elements of a Liquid template, attributes that run something, and files it wants to show; in their order. */
export function findTags(template: string): Tag[] {
  // Of the same length, so that places are those of the file; § stands for what only rendering knows.
  const html = template
    .replace(LIQUID, blank)
    .replace(VALUE, (whole) => whole.replace(/[^\n]/g, "§"))
    .replace(INSIDE, (_, head: string, __, inner: string) => head + blank(inner));
  return [...html.matchAll(TAG)].flatMap((match) => {
    const [, name = "", attributes = ""] = match;
    const place = placeOf(html, match.index);
    const element = name.toLowerCase();
    const [, runs] = RUNS.exec(attributes) ?? [];
    const [, key, , address] = FILE.exec(attributes) ?? [];
    return [
      { name: `<${element}>`, element, ...place },
      ...(runs === undefined ? [] : [{ name: `${runs.toLowerCase()}=`, element, ...place }]),
      ...(address === undefined ? [] : [{ name: `<${element} ${key}="${address}">`, element, ...place }]),
    ];
  });
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
