/** `[[page#heading|words]]` or `![[picture.png|200]]`, read. */
export interface Wikilink {
  /** What it names, without what stands after a bar: `page#heading`. */
  target: string;
  /** What a reader sees of it; of a picture, who does not see it: none where only a size is given. */
  words: string;
  isPicture: boolean;
  /** Pixels. */
  width?: number;
  height?: number;
}

// What Obsidian shows as a picture, and the other types that sites have.
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)$/i;
// `|200`, `|200x100`.
const SIZE = /^\s*(\d{1,5})(?:\s*[x×]\s*(\d{1,5}))?\s*$/;

/**
 * Reads a wikilink as written. An embedded picture is one; anything else that is embedded is linked to. In a table a backslash
 * may stand before the bar.
 * @returns undefined for brackets that only look like one: `[[1]]` round a citation, `[[^1]]` round a note's call, `[[toc]]`
 */
export function readWikilink(written: string): Wikilink | undefined {
  const [, bang, content = ""] = /^(!?)\[\[([^[\]]*)\]\]$/.exec(written) ?? [];
  const [first = "", ...others] = content.split(/\\?\|/);
  const target = first.trim();
  if (!/[\p{L}\p{N}]/u.test(target) || target.startsWith("^")) return undefined;
  if (others.length === 0 && (/^[1-9]\d{0,2}$/.test(target) || /^_?toc_?$/i.test(target))) return undefined;
  const said = others.join("|").trim();
  if (bang !== "!" || !PICTURE.test(target.replace(/#.*$/, ""))) {
    return { target, words: said || showTarget(target), isPicture: false };
  }
  return { target, words: "", isPicture: true, ...readPicture(others) };
}

function readPicture(parts: readonly string[]): Partial<Wikilink> {
  const last = parts.at(-1) ?? "";
  const [, width, height] = SIZE.exec(last) ?? [];
  const words = (width === undefined ? parts : parts.slice(0, -1)).join("|").trim();
  return { words, ...(width ? { width: Number(width) } : {}), ...(height ? { height: Number(height) } : {}) };
}

/** As Obsidian shows it: `page > heading`, `heading`; the name of a block, `^name`, is nothing to read. */
function showTarget(target: string): string {
  return target
    .split("#")
    .map((part) => part.trim())
    .filter((part) => part !== "" && !part.startsWith("^"))
    .join(" > ");
}
