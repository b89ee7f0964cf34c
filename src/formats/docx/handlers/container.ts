import type { Handle } from "../state.js";

/** An element that only holds others. */
export const all: Handle = (state, element, place) => state.all(element, place);

/** An element without words: a place to break, the source of a picture. */
export const drop: Handle = () => [];
