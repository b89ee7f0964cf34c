import type { Handle } from "../state.js";
import { hasClass } from "./class-name.js";

/** The end of a line, or of a column. */
export const br: Handle = (_state, element) => [{ kind: hasClass(element, "column") ? "column" : "break" }];
