import { type Document, isCollection, isNode, isScalar, visit, type YAMLError } from "yaml";
import type { SourceError } from "../failure.js";
import type { Point } from "../point.js";
import { brokenYaml, invalid, quote, repeatedField } from "./failures.js";

/**
 * What is wrong with YAML that its parser refuses, in words that fit the mistake.
 * @param at the point in the file of an offset in `source`
 */
export function describeSyntax(document: Document.Parsed, source: string, at: (offset: number) => Point): SourceError {
  const [error] = document.errors;
  if (!error) return brokenYaml(at(0), "no valid YAML");
  const offset = error.pos[0];
  const place = at(offset);
  if (error.code === "DUPLICATE_KEY") return repeatedField(place, source.slice(offset));
  const start = source.lastIndexOf("\n", offset - 1) + 1;
  const line = source.slice(start).split("\n")[0] ?? "";
  return (
    describeTab(error, line, place) ??
    describeUnclosed(error, document, source, at) ??
    describeEscape(error, line, place) ??
    describeIndentation(error, source, at) ??
    describeMissingComma(error, line, place) ??
    describeMissingColon(error, line, at(start)) ??
    describeNested(error, line, place) ??
    brokenYaml(place, error.message)
  );
}

function describeTab({ code }: YAMLError, line: string, place: Point): SourceError | undefined {
  if (code !== "TAB_AS_INDENT") return undefined;
  return invalid({
    variant: "tab",
    place,
    found: `a tab at the beginning of the line ${quote(line.trim())}`,
    expected: "blanks: YAML does not take tabs for indentation",
    mend: "replace every tab at the beginning of a line by two blanks",
  });
}

/** The mistake is where the bracket or the quotation mark opens; the parser names the place where it gave up. */
function describeUnclosed(
  { message }: YAMLError,
  document: Document.Parsed,
  source: string,
  at: (offset: number) => Point,
): SourceError | undefined {
  const sign = /end with a ([\]}])/.exec(message)?.[1];
  const mark = /Missing closing (["'])/.exec(message)?.[1];
  if (sign === undefined && mark === undefined) return undefined;
  let opening: number | undefined;
  visit(document, (_, node: unknown) => {
    const isOpen = mark ? isScalar(node) && /^QUOTE/.test(node.type ?? "") : isCollection(node) && node.flow === true;
    if (isOpen && isNode(node) && node.range && node.range[0] <= (document.errors[0]?.pos[0] ?? 0))
      opening = node.range[0];
  });
  const offset = opening ?? 0;
  const [line = ""] = source.slice(offset).split("\n");
  const isHidden = sign !== undefined && line.includes(" #") && line.includes(sign);
  return invalid({
    variant: mark ? "quote" : "bracket",
    place: at(offset),
    found: `${quote(line)}, ${isHidden ? `of which the # hides the ${sign}` : `with no ${mark ?? sign} at its end`}`,
    expected: mark ? "a closing quotation mark" : `a list or a map that ends with ${sign}`,
    mend: isHidden
      ? "put quotation marks round the entry with the #: to YAML it begins a comment"
      : `add the closing ${mark ?? sign}`,
  });
}

function describeEscape({ code }: YAMLError, line: string, place: Point): SourceError | undefined {
  if (code !== "BAD_DQ_ESCAPE") return undefined;
  return invalid({
    variant: "escape",
    place,
    found: `a backslash in double quotes, in “${line.trim()}”`,
    expected: "single quotes round a text with a backslash",
    mend: "write the text in single quotes, or every backslash twice",
  });
}

/** A line that stands deeper, or less deep, than its neighbours. */
function describeIndentation(
  { code, pos, message }: YAMLError,
  source: string,
  at: (offset: number) => Point,
): SourceError | undefined {
  const next = source.indexOf("\n", pos[0]) + 1;
  const [line = ""] = source.slice(next).split("\n");
  const isDeeper = code === "BLOCK_AS_IMPLICIT_KEY" && next > 0 && /^[ ]+[\w-]+[ \t]*:/.test(line);
  const isOdd = code === "BAD_INDENT" || (code === "UNEXPECTED_TOKEN" && /^\s/.test(source));
  if (!isDeeper && !isOdd) return undefined;
  const offset = isDeeper ? next + line.search(/\S/) : pos[0];
  const [own = ""] = source.slice(source.lastIndexOf("\n", offset - 1) + 1).split("\n");
  return invalid({
    variant: "indentation",
    place: at(offset),
    found: `${quote(own.trim())} at another depth than the fields beside it`,
    expected: message.startsWith("All ")
      ? "all fields of a map at the same column"
      : "fields that belong together at the same column",
    mend: "begin the line at the same column as the fields above it",
  });
}

/** A list or a map in brackets whose entries nothing parts: most often its end is missing above. */
function describeMissingComma({ message }: YAMLError, line: string, place: Point): SourceError | undefined {
  if (!/^Missing , /.test(message)) return undefined;
  return invalid({
    variant: "comma",
    place,
    found: `${quote(line.trim())} inside brackets, with no comma before it`,
    expected: "a comma between two entries in brackets, or the end of the brackets before this line",
    mend: "close the bracket that stands open above, or add the comma",
  });
}

function describeMissingColon({ code, message }: YAMLError, line: string, place: Point): SourceError | undefined {
  if (code !== "MULTILINE_IMPLICIT_KEY" && !/^Implicit map keys need/.test(message)) return undefined;
  return invalid({
    variant: "colon",
    place,
    found: `the line ${quote(line.trim())} without a colon and a blank`,
    expected: "the name of a field, a colon, a blank and a value",
    mend: "add the colon and the blank, or indent the line if it goes on with the one above",
  });
}

function describeNested({ code }: YAMLError, line: string, place: Point): SourceError | undefined {
  if (code !== "BLOCK_AS_IMPLICIT_KEY") return undefined;
  return invalid({
    variant: "nested",
    place,
    found: `two names of fields in one line, ${quote(line.trim())}`,
    expected: "one field a line",
    mend: "move the second to a line of its own, indented by two blanks, or put quotes round it if it is a text",
  });
}
