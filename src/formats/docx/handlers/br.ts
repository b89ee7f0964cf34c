import { hasClass } from "../../../page/class-names.js";
import type { Handle } from "../state.js";

/** The end of a line, or of a column. */
export const br: Handle = (_state, element) => [{ kind: hasClass(element, "column") ? "column" : "break" }];
