import type { StateBlock, StateInline } from "markdown-it";

/** `$$…$$` in a line: two dollar signs or more, and as many to close. A rule for the parser of inline content. */
export function readInlineFormula(state: StateInline, silent: boolean): boolean {
  const fence = /^\${2,}/.exec(state.src.slice(state.pos, state.pos + 20))?.[0];
  if (!fence) return false;
  const start = state.pos + fence.length;
  const end = state.src.indexOf(fence, start);
  if (end < 0 || state.src[end + fence.length] === "$") return false;
  if (!silent) state.push("formula", "", 0).content = state.src.slice(start, end).trim();
  state.pos = end + fence.length;
  return true;
}

/** A block between lines of `$$`; to the end of what it stands in, where it is not closed. A rule for the parser of blocks. */
export function readBlockFormula(state: StateBlock, first: number, last: number, silent: boolean): boolean {
  const begin = (state.bMarks[first] ?? 0) + (state.tShift[first] ?? 0);
  const opening = state.src.slice(begin, state.eMarks[first]);
  const fence = /^(\${2,})[^$]*$/.exec(opening)?.[1];
  if (!fence || (state.sCount[first] ?? 0) - state.blkIndent >= 4) return false;
  if (silent) return true;
  let line = first + 1;
  while (line < last && !state.src.slice(state.bMarks[line], state.eMarks[line]).trim().startsWith(fence)) line++;
  const token = state.push("formula", "", 0);
  token.content = state.getLines(first + 1, line, state.blkIndent, false).trim();
  token.map = [first, line];
  state.line = Math.min(line + 1, last);
  return true;
}
