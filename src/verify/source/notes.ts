import type { StateInline } from "markdown-it";

/*
 * GitHub's notes, which the parser does not know: a definition's marker becomes signs of private use that say where a note
 * begins and ends, so that its words are read like any others.
 */

export const NOTE_BEGINS = "\uE000";
export const NOTE_NAMED = "\uE001";
export const NOTE_ENDS = "\uE002";
const NOTE_CALL = /^\[\^([^\]\s]+)\]/;

/** `[^label]` in running text. A rule for the parser of inline content. */
export function readNoteCall(state: StateInline, silent: boolean): boolean {
  const match = NOTE_CALL.exec(state.src.slice(state.pos, state.posMax));
  if (!match) return false;
  if (!silent) state.push("note_call", "", 0).content = match[1] ?? "";
  state.pos += match[0].length;
  return true;
}

const DEFINITION = /^((?:[ \t]*>)*[ ]{0,3})\[\^([^\]\s]+)\]:[ \t]?(.*)$/;
const FENCE = /^(?:[ \t]*>)*[ \t]*(`{3,}|~{3,})/;
// A note's further paragraphs are indented; a line without a gap goes on with the one before it.
const INDENTED = /^(?: {4}|\t)/;
const OTHER_BLOCK = /^\s*(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|>|\||<|\[\^[^\]\s]+\]:)|^\s*$/;

/** Lines of Markdown with the same number of lines, notes marked. */
export function markNotes(lines: readonly string[]): string[] {
  const marked = [...lines];
  let fence: string | undefined;
  for (let at = 0; at < marked.length; at++) {
    const line = marked[at] ?? "";
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    if (mark) {
      fence = mark;
      continue;
    }
    const match = DEFINITION.exec(line);
    if (!match) continue;
    const [, before = "", label = "", text = ""] = match;
    marked[at] = `${before}${NOTE_BEGINS}${label}${NOTE_NAMED} ${text}`;
    at = markEnd(marked, at);
  }
  return marked;
}

/** Marks the last line of the note that begins at `start`, its further lines without their indent, and returns it. */
function markEnd(lines: string[], start: number): number {
  let last = start;
  while (last + 1 < lines.length && !OTHER_BLOCK.test(lines[last + 1] ?? "")) {
    last++;
    lines[last] = (lines[last] ?? "").replace(INDENTED, "");
  }
  for (let at = last + 1; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.trim() === "") continue;
    if (!INDENTED.test(line)) break;
    lines[at] = line.replace(INDENTED, "");
    last = at;
  }
  lines[last] = `${lines[last] ?? ""}${NOTE_ENDS}`;
  return last;
}
