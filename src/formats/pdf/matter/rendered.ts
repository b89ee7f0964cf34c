import { createHash } from "node:crypto";
import type { Templates } from "../../../page/templates.js";

/**
 * Renders what is shown by the same template in the same place once, as long as it shows the same: matter is composed anew
 * whenever a page number may have changed, and an index takes longer than all else round the patterns.
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
