import type { Handle } from "../state.js";

export const br: Handle = () => [{ kind: "break" }];
