import { handlers } from "../formats/docx/handlers/index.js";
import { listCalls } from "./house-files.js";

/** An edition that is made of templates, and what of HTML it can show. */
export interface Medium {
  name: string;
  /** The folder of the templates that are its own. */
  folder: string;
  /** Whether it makes its pages of `pattern.liquid`. */
  shows: (element: string) => boolean;
}

/** What text is made of (HTML Living Standard, 4.3 to 4.8), with drawings and formulas. */
const TEXT = new Set(
  `a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt em
  figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark math nav ol p picture pre q rp rt
  ruby s samp section small source span strong sub summary sup svg table tbody td tfoot th thead time tr u ul var
  wbr`.split(/\s+/),
);

/** What plays, runs, is fetched or is filled in: on paper there is an empty place. */
const LIVE = new Set(
  `applet audio base button canvas dialog embed form frame frameset iframe input link marquee meter object optgroup option
  portal progress script select template textarea track video`.split(/\s+/),
);

const MEDIA: readonly Medium[] = [
  { name: "the printed book", folder: "book/", shows: (element) => !LIVE.has(element) },
  // EPUB 3.3, 6.1: XHTML by HTML's own rules, which know no other elements.
  { name: "the e-book", folder: "epub/", shows: (element) => TEXT.has(element) },
  { name: "Word", folder: "handout/", shows: (element) => Object.hasOwn(handlers, element) },
];

/**
 * Which editions show each template: those in whose folder it lies, or whose templates render it; a pattern's page is in
 * all of them.
 * @param read the text of a template, by its name without `.liquid`; undefined where there is none
 */
export function editionsOf(
  names: readonly string[],
  read: (name: string) => string | undefined,
): Map<string, Medium[]> {
  const found = new Map<string, Medium[]>();
  for (const medium of MEDIA) {
    const open = ["pattern", ...names.filter((name) => name.startsWith(medium.folder))];
    const seen = new Set<string>();
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      found.set(name, [...(found.get(name) ?? []), medium]);
      open.push(...listCalls(read(name) ?? ""));
    }
  }
  return found;
}
