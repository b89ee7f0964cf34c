/**
 * About how wide words are in the label face, in the unit of `size`. The drawings are laid out without a browser: a
 * little too wide does no harm.
 */
export function widthOf(words: string, size: number): number {
  return [...words].reduce((sum, character) => sum + size * emOf(character), 0);
}

function emOf(character: string): number {
  // Chinese, Japanese, Korean.
  if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u.test(character)) return 1;
  if (/[mwMW@%—]/.test(character)) return 0.83;
  if (/[ iljtf.,:;'’|!()[\]-]/.test(character)) return 0.3;
  return /\p{Lu}/u.test(character) ? 0.6 : 0.52;
}

/** Words in at most `most` lines no wider than `width`; what does not fit ends in an ellipsis, nothing if no word does. */
export function toLines(words: string, { size, width, most }: { size: number; width: number; most: number }): string[] {
  const lines: string[] = [];
  const rest = words.split(/\s+/);
  while (rest.length > 0 && lines.length < most) {
    const last = lines.length === most - 1;
    let line = "";
    while (
      rest[0] !== undefined &&
      widthOf(joined(line, rest[0]) + (last && rest.length > 1 ? " …" : ""), size) <= width
    ) {
      line = joined(line, rest.shift() ?? "");
    }
    if (line === "") return [];
    lines.push(last && rest.length > 0 ? `${line} …` : line);
  }
  return lines;
}

function joined(line: string, next: string): string {
  return line === "" ? next : `${line} ${next}`;
}
