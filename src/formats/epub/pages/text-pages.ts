import type { Library } from "../../../library/library.js";
import { placeMatter } from "../../../library/matter.js";
import type { Matter } from "../../../library/pattern.js";
import { composePattern } from "../../../page/compose.js";
import type { EditionAddresses } from "../../../page/edition-addresses.js";
import { drawFormulas } from "../../../page/formulas.js";
import { viewPattern } from "../../../page/pattern-view.js";
import type { Context } from "../about.js";
import { textFile } from "../files.js";
import type { ChapterEntry, PartEntry } from "../outline.js";
import { adaptPattern } from "../xhtml/index.js";
import { type Page, type PageHead, toPages } from "./document.js";
import { placePageBreaks } from "./page-breaks.js";

/** The texts of the library that are no patterns, as pages. */
export interface TextPages {
  front: Page[];
  back: Page[];
  /** Composes the page of a part or chapter that a text opens; undefined where none does. */
  open(entry: PartEntry | ChapterEntry, page: OpenedPage): Promise<Page[]> | undefined;
}

/** The page of a part or a chapter: a template with room for a text. */
interface OpenedPage {
  head: PageHead;
  template: string;
  scope: object;
}

/** Composes what stands before and after the patterns. */
export async function composeTextPages(
  library: Library,
  addresses: EditionAddresses,
  context: Context,
): Promise<TextPages> {
  const { front, back, openings } = placeMatter(library);
  const { words } = context.locale;
  const compose = (text: Matter, page: OpenedPage): Promise<Page[]> =>
    composePage(text, page, { library, addresses, context });
  const pages = async (texts: readonly Matter[], matter: PageHead["matter"]): Promise<Page[]> => {
    const composed = texts.map((text) =>
      compose(text, { head: headOf(text, matter, context), template: "epub/text", scope: {} }),
    );
    return (await Promise.all(composed)).flat();
  };
  return {
    front: await pages(front, "frontmatter"),
    back: await pages(back, "backmatter"),
    open: (entry, page) => {
      const text = openings.get(entry.group);
      return (
        text && compose(text, { ...page, scope: { ...page.scope, words, heading: text.title !== entry.group.name } })
      );
    },
  };
}

function headOf({ slug, title }: Matter, matter: PageHead["matter"], { locations }: Context): PageHead {
  return { file: textFile(slug), title, matter, printed: locations.sections.get(`text-${slug}`) };
}

async function composePage(
  text: Matter,
  { head, template, scope }: OpenedPage,
  { library, addresses, context }: { library: Library; addresses: EditionAddresses; context: Context },
): Promise<Page[]> {
  const { templates, locale } = context;
  const view = viewPattern(library, { ...text, number: 0 }, addresses, context);
  // A text may be in another language than the page that it opens, which is the book's.
  const besides = { ...scope, abroad: view.language !== locale.language };
  const page = composePattern(view, await library.body(text), { templates, locale, template, besides });
  drawFormulas(page);
  const tree = adaptPattern(page, templates.localeOf(view.language));
  if (head.printed) placePageBreaks([tree], head.printed);
  return toPages(head, tree, context);
}
