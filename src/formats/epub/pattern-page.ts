import type { Library, NumberedPattern } from "../../library/pattern.js";
import { composePattern } from "../../page/compose.js";
import { type Edition, viewPattern } from "../../page/view.js";
import type { Context } from "../format.js";
import { type Page, toPage } from "./document.js";
import { patternFile } from "./files.js";
import type { Shelf } from "./shelf.js";
import { adaptPattern } from "./xhtml/index.js";

/** How the package addresses things; pictures that a pattern shows are put on the shelf. */
export function openEdition({ patterns, byId }: Library, shelf: Shelf): Edition {
  const published = new Set(patterns.map(({ id }) => id));
  return {
    href(id) {
      const pattern = byId.get(id);
      return pattern && published.has(id) ? patternFile(pattern.slug) : undefined;
    },
    image: ({ sha256, path, mediaType }) => shelf.put({ name: sha256, file: path, mediaType }),
    // Reading systems draw the text of an SVG picture in whatever face they have: the PNG shows it as it was measured.
    drawing: (hash, { png }) => shelf.put({ name: `diagram-${hash}`, file: png, mediaType: "image/png" }),
  };
}

/** A pattern's page; its body is loaded, rendered and let go. */
export async function patternPage(
  library: Library,
  pattern: NumberedPattern,
  edition: Edition,
  context: Context,
): Promise<Page> {
  const view = viewPattern(library, pattern, edition, context);
  const tree = adaptPattern(composePattern(view, await library.body(pattern), context), context.locale);
  const head = { file: patternFile(pattern.slug), title: pattern.title, matter: "bodymatter" } as const;
  return toPage(head, tree, context);
}
