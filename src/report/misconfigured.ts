import { escapeData, escapeProperty } from "./github.js";
import { printableJson } from "./printable.js";
import { pathInRepository } from "./repository.js";

/** A mistake in the configuration, with its place where there is one. */
interface Misconfiguration {
  rule: "configuration";
  severity: "error";
  file?: string;
  place?: { line: number; column: number };
  found: string;
}

/** The lines of an error of the configuration, each `book.yaml:3:5: what is wrong` or without a place. */
function parseProblems(message: string): Misconfiguration[] {
  return message.split("\n").map((line) => {
    const [, file, at, column, found] = /^(.+?\.[A-Za-z]+):(?:(\d+):(\d+):)? (.+)$/.exec(line) ?? [];
    if (file === undefined || found === undefined) return { rule: "configuration", severity: "error", found: line };
    const place = at === undefined ? {} : { place: { line: Number(at), column: Number(column) } };
    return { rule: "configuration", severity: "error", file, ...place, found };
  });
}

/** How reporters other than for people tell of a configuration that cannot be read; undefined for those. */
export function reportMisconfigured(message: string, reporter: string): string | undefined {
  const problems = parseProblems(message);
  if (reporter === "json") return printableJson(problems);
  if (reporter !== "github") return undefined;
  return problems
    .map(({ file, place, found }) => {
      const at = file === undefined ? "" : `file=${escapeProperty(pathInRepository(file))},`;
      const line = place ? `line=${place.line},col=${place.column},` : "";
      return `::error ${at}${line}title=configuration::${escapeData(found)}`;
    })
    .join("\n");
}
