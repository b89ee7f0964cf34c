import { MARKUPS, type Markup, type MarkupName } from "./markups.js";
import { type Stretch, stretchAt } from "./stretch.js";

export interface FoundMarkup extends Stretch {
  name: MarkupName;
  /** What of it is to be taken out: all, what stands round its words, or nothing. */
  taken: Stretch[];
  /** Whether it is reported together with another one. */
  quiet?: boolean;
  /** What the groups of its pattern match. */
  groups: Readonly<Record<string, string | undefined>>;
}

const ENTRIES = Object.entries(MARKUPS) as [MarkupName, Markup][]; // the keys and values of the table itself

/**
 * Finds what other systems would act on and Markdown prints, in order.
 * @param apart where nothing is looked for, in order
 */
export function findMarkup(text: string, apart: readonly Stretch[]): FoundMarkup[] {
  const found: FoundMarkup[] = [];
  let rest = text;
  for (const [name, { signs, pattern, taken, lines = false }] of ENTRIES) {
    if (!signs.some((sign) => rest.includes(sign))) continue;
    const matches = [...rest.matchAll(pattern)].filter(({ index }) => !stretchAt(apart, index));
    for (const match of matches) {
      const stretches = taken ? aroundWords(match).map((stretch) => ({ ...stretch, lines })) : [];
      found.push({ name, ...stretchOf(match), taken: stretches, groups: match.groups ?? {} });
    }
    rest = hide(rest, matches.map(stretchOf));
  }
  return found.sort((a, b) => a.start - b.start);
}

function stretchOf({ index, 0: whole }: RegExpExecArray): Stretch {
  return { start: index, end: index + whole.length };
}

/** The match without the words in it that stay. */
function aroundWords(match: RegExpExecArray): Stretch[] {
  const { start, end } = stretchOf(match);
  const words = match.groups?.label ?? match.groups?.title;
  if (!words) return [{ start, end }];
  const at = start + match[0].lastIndexOf(words);
  return [
    { start, end: at },
    { start: at + words.length, end },
  ].filter((stretch) => stretch.end > stretch.start);
}

/** Text that was matched once is not matched again as something else. */
function hide(text: string, stretches: readonly Stretch[]): string {
  let hidden = "";
  let at = 0;
  for (const { start, end } of stretches) {
    hidden += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, "\u2400");
    at = end;
  }
  return hidden + text.slice(at);
}
