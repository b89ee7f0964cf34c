import type { Root } from "hast";
import type { Locale } from "../../../page/locale.js";

/** One change that a content document needs and print does not. It edits the tree in place and keeps every word. */
export type Pass = (tree: Root, locale: Locale) => void;
