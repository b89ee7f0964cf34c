import type { Handle } from "../state.js";

/** An element that only holds others. */
export const all: Handle = (state, element, inherited) => state.all(element, inherited);

/** An element without words: a place to break, the source of a picture. */
export const drop: Handle = () => [];
