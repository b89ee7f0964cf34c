import { placeMatter, standings } from "../../../library/matter.js";
import type { Matter } from "../../../library/pattern.js";
import { present } from "../../../library/present.js";
import { composePattern } from "../../../page/compose.js";
import type { EditionAddresses } from "../../../page/edition-addresses.js";
import { type PatternView, viewPattern } from "../../../page/pattern-view.js";
import type { Layout, VolumePlan } from "../paging/plan.js";
import { addressFiles, type Press } from "../press.js";
import { setFormulas, typeset } from "../sheets.js";
import { patternsIn } from "./listing.js";
import type { TextPiece, Texts } from "./no-texts.js";
import { textAddress, textId, textName, volumesOfTexts } from "./text-places.js";

/** Sets the texts of a library, each once. */
export async function composeTexts(press: Press): Promise<Texts> {
  const { front, back, openings } = placeMatter(press.library);
  const texts = async (some: readonly Matter[]): Promise<TextPiece[]> =>
    Promise.all(some.map((text) => toPiece(text, press)));
  const opened = [...openings].map(
    async ([group, text]) =>
      [
        group,
        await compose(
          text,
          { template: "book/opening", besides: { id: textId(text), heading: text.title !== group.name } },
          press,
        ),
      ] as const,
  );
  return { front: await texts(front), back: await texts(back), openings: new Map(await Promise.all(opened)) };
}

async function toPiece(text: Matter, press: Press): Promise<TextPiece> {
  const name = textName(text);
  const id = textId(text);
  const html = await compose(text, { template: "book/text", besides: { id, name } }, press);
  return { id, name, title: text.title, html };
}

async function compose(text: Matter, page: { template: string; besides?: object }, press: Press): Promise<string> {
  const { library, context } = press;
  const view = viewText(text, press);
  const { templates, locale } = context;
  const tree = composePattern(view, await library.body(text), { templates, locale, ...page });
  typeset(tree, press, view.language);
  return setFormulas(press, tree, { name: text.slug, language: view.language });
}

function viewText(text: Matter, { library, context }: Press): PatternView {
  const published = new Set(library.patterns.map(({ id }) => id));
  const stands = standings(library);
  const addresses: EditionAddresses = {
    ...addressFiles(),
    numbersMentions: true,
    href: (id, anchor = present(library.byId.get(id), "the pattern", id).slug) =>
      published.has(id) ? `#${anchor}` : undefined,
    text: (id, anchor) => (stands.has(id) ? textAddress(library, id, anchor) : undefined),
  };
  return viewPattern(library, { ...text, number: 0 }, addresses, context);
}

/** Takes the links out that lead to patterns and texts of other volumes: on paper they are words. */
export function keepLinks<Piece extends { html: string }>(
  piece: Piece,
  { library }: Press,
  { locations }: Layout,
  volume: VolumePlan,
): Piece {
  const present = new Set(patternsIn(library, volume).map(({ slug }) => slug));
  if (present.size === library.patterns.length) return piece;
  const texts = volumesOfTexts(library, locations);
  const others = new Set(
    [
      ...library.patterns.filter(({ slug }) => !present.has(slug)),
      ...library.matter.filter(({ id }) => texts.get(id) !== volume.number),
    ].flatMap((one) => ("as" in one ? [one.slug, textId(one)] : one.slug)),
  );
  const html = piece.html.replace(/ href="#([^"]+?)"/g, (whole, id: string) =>
    others.has(id) || others.has(id.replace(/--.*$/s, "")) ? "" : whole,
  );
  return { ...piece, html };
}
