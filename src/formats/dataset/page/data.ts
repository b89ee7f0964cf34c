import type { RelationSense } from "../../../library/pattern.js";
import { toJson, toScriptContent } from "../../../linked-data/serialize.js";
import { splitMarked, unmarked } from "../../../page/languages/marks.js";
import { word } from "../../../page/locale.js";
import { directionOf } from "../../../page/text-direction.js";
import type { Basis } from "../basis.js";
import { type GroupingFacts, keysOf } from "../catalogue/groupings.js";
import { layOut } from "./layout.js";

// In the order in which a reader asks: what it is part of, what it needs, what goes with it.
const KINDS: readonly RelationSense[] = [
  "generalizes_from",
  "specializes_to",
  "requires",
  "enables",
  "required_by",
  "enabled_by",
  "related",
  "alternatives",
  "complementary",
  "tools",
  "tool_of",
];

/** What the page's script works with, as JSON that can stand in HTML. */
export function describePageData(groupings: readonly GroupingFacts[], { library, locale }: Basis): string {
  const { patterns } = library;
  const places = new Map(patterns.map(({ id }, at) => [id, at]));
  const placesOf = groupings.map(({ groups }) => new Map(groups.map(({ key }, at) => [key, at])));
  const relations = patterns.map(({ id }) =>
    (library.relations.get(id) ?? []).flatMap(({ kind, target }) => {
      const at = places.get(target);
      return at === undefined ? [] : [[KINDS.indexOf(kind), at] as const];
    }),
  );
  const edges = relations.flatMap((own, from) => own.flatMap(([, to]) => (from < to ? [[from, to] as const] : [])));
  const map = layOut(patterns.length, edges);
  const data = {
    kinds: KINDS.map((kind) => spoken(word(locale, `relations_as.${kind}`))),
    unrelated: spoken(word(locale, "dataset.page.unrelated")),
    groupings: groupings.map(({ groups }) => groups.map(({ name }) => spoken(name))),
    patterns: patterns.map((pattern, at) => ({
      n: pattern.number,
      slug: pattern.slug,
      title: pattern.title,
      aliases: pattern.aliases,
      summary: pattern.summary ?? "",
      groups: keysOf(library, groupings, pattern.id).map((key, of) => placesOf[of]?.get(key) ?? 0),
      words: pattern.body.words,
      place: map[at],
      relations: relations[at],
    })),
  };
  return toScriptContent(toJson(data));
}

/** Words for the script, with their language and direction where those are not the page's. */
function spoken(words: string): { text: string; lang?: string; dir?: string } {
  const [piece, ...others] = splitMarked(words);
  const { language } = piece ?? {};
  if (language === undefined || others.length > 0) return { text: unmarked(words) };
  return { text: unmarked(words), lang: language, dir: directionOf(language) };
}
