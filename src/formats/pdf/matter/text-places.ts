import type { Library } from "../../../library/library.js";
import { standings } from "../../../library/matter.js";
import type { Matter, PatternId } from "../../../library/pattern.js";
import { present } from "../../../library/present.js";
import type { Layout } from "../paging/plan.js";
import { pieceId } from "./piece.js";

/** What a text's section is called: no section of ours begins so. */
export function textName({ slug }: Pick<Matter, "slug">): string {
  return `text-${slug}`;
}

/** The id of a text's beginning, whether it has pages of its own or opens a part or a chapter. */
export function textId(text: Pick<Matter, "slug">): string {
  return pieceId(textName(text));
}

/** Where a link to a text of the book, or to a place in it, leads within a volume. */
export function textAddress(
  { texts }: Pick<Library, "texts">,
  id: PatternId,
  anchor: string | undefined,
): string | undefined {
  const text = texts.byId.get(id);
  return text && `#${anchor ?? textId(text)}`;
}

/**
 * The volume in which each text of the book stands: what is before the patterns in the first, what is after them in the
 * last, an opening with the first pattern of its part or chapter.
 */
export function volumesOfTexts(
  library: Pick<Library, "matter" | "parts" | "by">,
  locations: Layout["locations"],
): Map<PatternId, number> {
  if (library.matter.length === 0) return new Map();
  const last = Math.max(1, ...[...locations.values()].map(({ volume }) => volume));
  return new Map(
    [...standings(library)].map(([id, standing]) => {
      if (typeof standing === "string") return [id, standing === "front" ? 1 : last];
      const [first] = (standing.chapter ?? standing.part.chapters[0])?.patterns ?? [];
      const { id: opened } = present(first, "what is opened by", id);
      return [id, present(locations.get(opened), "the place of", opened).volume];
    }),
  );
}
