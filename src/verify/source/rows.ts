import type { StateCore, Token } from "markdown-it";

/**
 * A parser of GitHub's tables lets go of what a row has beyond its head: here every cell of every row is read from the
 * line itself. A rule for the parser's core, before inline content is parsed.
 */
export function keepEveryCell(state: StateCore): void {
  const lines = state.src.split("\n");
  const tokens: Token[] = [];
  let line: number | undefined;
  let cells = 0;
  for (const token of state.tokens) {
    if (token.type === "tr_open") {
      line = token.map?.[0];
      cells = 0;
    }
    if (token.type === "td_open" || token.type === "th_open") {
      cells++;
      if (line !== undefined) token.map = [line, line + 1];
    }
    if (token.type === "tr_close" && line !== undefined) {
      for (const content of splitRow(lines[line] ?? "").slice(cells)) tokens.push(...cellOf(state, content, line));
    }
    tokens.push(token);
  }
  state.tokens = tokens;
}

function cellOf({ Token: Made }: StateCore, content: string, line: number): Token[] {
  const open = new Made("td_open", "td", 1);
  open.map = [line, line + 1];
  const inline = new Made("inline", "", 0);
  inline.content = content;
  inline.children = [];
  inline.map = [line, line + 1];
  return [open, inline, new Made("td_close", "td", -1)];
}

/** The cells of a row: parted by pipes that no backslash escapes, with or without one at either end (GFM 4.10). */
function splitRow(line: string): string[] {
  const row = line.replace(/^[\s>]*\|?/, "").replace(/(?<!\\)\|\s*$/, "");
  return row.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
}
