import { countLines } from "../../../page/art/lines-of-text.js";
import type { Spread } from "./spread.js";

/** The text on the back as it is set. */
export interface Back {
  margin: number;
  /** From the margin to the blurb. */
  drop: number;
  /** Point size of the blurb. */
  size: number;
  leading: number;
  blurb: string[];
  about: string | null;
  /** Characters that had no room; 0 when all is there. */
  cut: number;
  /** Point sizes of the author's note and of the imprint. */
  note: number;
  meta: number;
}

interface BackText {
  blurb: string | null;
  about: string | null;
}

const WIDTH = 432;
const MARGIN = 36;
// Where the blurb begins (at the height of the title on the front), and how much room imprint and bar code take at the
// foot.
const HEAD = 62;
const FOOT = 160;
const LEADING = 1.4;

/**
 * Sets blurb and author's note in the largest size that fits; text that does not fit in the smallest size is cut after
 * a word.
 */
export function layOutBack(
  spread: Spread,
  text: BackText,
  scale: { blurb: readonly number[]; note: number; meta: number },
): Back {
  const unit = spread.panel.width / WIDTH;
  // Larger on a larger page; on a smaller one no smaller than can be read.
  const grown = Math.max(1, unit);
  const sizes = scale.blurb.map((size) => size * grown);
  const note = scale.note * grown;
  const measure = spread.panel.width - 2 * MARGIN * unit;
  const paragraphs = (text.blurb ?? "").split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s+/g, " ").trim());
  const blurb = paragraphs.filter((paragraph) => paragraph !== "");
  const aboutHeight = text.about ? (countLines(text.about, measure / note) + 2) * note * LEADING : 0;
  const room = spread.panel.height - HEAD * unit - FOOT * grown - aboutHeight;
  const linesAt = (size: number): number =>
    blurb.reduce((sum, paragraph) => sum + countLines(paragraph, measure / size), 0) + (blurb.length - 1) / 2;
  const smallest = sizes.at(-1) ?? note;
  const size = sizes.find((candidate) => linesAt(candidate) * candidate * LEADING <= room) ?? smallest;
  const kept = fill(blurb, Math.floor(room / (size * LEADING)), measure / size);
  const about = text.about;
  return {
    margin: MARGIN * unit,
    drop: (HEAD - MARGIN) * unit,
    size,
    leading: size * LEADING,
    blurb: kept.paragraphs,
    about,
    cut: kept.cut,
    note,
    meta: scale.meta * grown,
  };
}

/** How many words and an ellipsis so many lines hold: more words never take fewer lines. */
function countFitting(words: readonly string[], lines: number, measure: number): number {
  let [least, most] = [0, words.length];
  while (least < most) {
    const count = Math.ceil((least + most) / 2);
    if (countLines(`${words.slice(0, count).join(" ")} …`, measure) <= lines) least = count;
    else most = count - 1;
  }
  return least;
}

/** As many words as so many lines hold, an ellipsis where any are left. */
function fill(paragraphs: readonly string[], lines: number, measure: number): { paragraphs: string[]; cut: number } {
  const kept: string[] = [];
  let left = lines;
  for (const [index, paragraph] of paragraphs.entries()) {
    const words = paragraph.split(" ");
    const text = words.slice(0, countFitting(words, left, measure)).join(" ");
    if (text.length < paragraph.length) {
      const rest = paragraphs.slice(index + 1).join(" ");
      if (text !== "") kept.push(`${text} …`);
      return { paragraphs: kept, cut: paragraph.length - text.length + rest.length };
    }
    kept.push(text);
    left -= countLines(text, measure) + 0.5;
  }
  return { paragraphs: kept, cut: 0 };
}
