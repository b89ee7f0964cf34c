import { type Document, Packer } from "docx";
import type { Parts } from "./parts.js";

/** What makes the parts of a package out of a document. */
interface Compiler {
  compile(document: Document): Parts;
}

/**
 * The parts of a document, as the docx package writes them. Its packer makes a zip of them at once; ours is made when the
 * parts of our house are in their places, and to unpack that first zip costs as much as to write the document.
 * @throws Error where another version of the package keeps its compiler elsewhere
 */
export function compile(document: Document): Parts {
  return compilerOf(Packer).compile(document);
}

function compilerOf(packer: object): Compiler {
  const compiler: unknown = "compiler" in packer ? packer.compiler : undefined;
  if (isCompiler(compiler)) return compiler;
  throw new Error("the docx package has no Packer.compiler any more: write/compile.ts must find its like");
}

function isCompiler(value: unknown): value is Compiler {
  return typeof value === "object" && value !== null && "compile" in value && typeof value.compile === "function";
}
