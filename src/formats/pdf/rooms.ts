import type { Format } from "../format.js";
import { pageGeometry } from "./trim.js";
import { printRooms } from "./typeset/large-diagrams.js";

/** What a page of the book holds of a diagram, however it is turned. */
export const rooms: NonNullable<Format["rooms"]> = async ({ pdf: { trim } }, { line }) =>
  printRooms(pageGeometry(trim, line));
