import type { Extent } from "../../diagrams/turn-or-shrink.js";
import type { Tokens } from "../../page/tokens.js";
import type { Settings } from "../settings.js";
import { pageGeometry } from "./trim.js";
import { printRooms } from "./typeset/large-diagrams.js";

/** What a page of the book holds of a diagram, however it is turned. */
export function rooms({ pdf: { trim } }: Pick<Settings, "pdf">, { line }: Tokens): Extent[] {
  return printRooms(pageGeometry(trim, line));
}
