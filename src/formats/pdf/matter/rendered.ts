import { createHash } from "node:crypto";
import type { Templates } from "../../../page/templates.js";

/**
 * Renders a template again only if what it shows has changed since the last time in the same place. Front and back
 * matter are composed again whenever a page number may have changed, and the index takes longer than all the rest of
 * it.
 */
export type Render = (place: string, template: string, view: object, constants: object) => string;

/** @returns a function that remembers the last of every place; what is constant for a book is not compared */
export function openRendered(templates: Pick<Templates, "render">): Render {
  const last = new Map<string, { digest: string; html: string }>();
  return (place, template, view, constants) => {
    const digest = createHash("sha256")
      .update(JSON.stringify([template, view]))
      .digest("hex");
    const known = last.get(place);
    if (known?.digest === digest) return known.html;
    const html = templates.render(template, { ...constants, ...view });
    last.set(place, { digest, html });
    return html;
  };
}
