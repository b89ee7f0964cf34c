import { dataset } from "./dataset/index.js";
import { docx } from "./docx/index.js";
import { epub } from "./epub/index.js";
import type { Format } from "./format.js";
import { pdf } from "./pdf/index.js";

/** Every edition, in the order they are made: later ones may say where a pattern stands in earlier ones. */
export const FORMATS: readonly Format[] = [pdf, epub, docx, dataset];
