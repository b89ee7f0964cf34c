import type { Library } from "../library.js";
import type { Pattern } from "../pattern.js";

/** What a link is resolved by. */
export type Names = Pick<Library, "names" | "hosts" | "files" | "byId"> & Partial<Pick<Library, "texts">>;

/** The file that a link stands in. */
export type From = Pick<Pattern, "source">;
