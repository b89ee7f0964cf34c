import type { NumberedPattern } from "../../../library/pattern.js";
import { present } from "../../../library/present.js";
import { comparing } from "../../../page/matter/term-index/entries.js";
import type { Layout } from "../paging/plan.js";
import type { Press } from "../press.js";
import type { ListedPattern } from "./listing.js";

/** The patterns of a volume by their other names. */
export function listAliases(
  patterns: readonly NumberedPattern[],
  { locations }: Layout,
  { listed, context: { locale } }: Pick<Press, "listed" | "context">,
): (ListedPattern & { alias: string })[] {
  return patterns
    .flatMap(({ id, number, title, slug, aliases }) =>
      [...new Set(aliases)]
        .filter((alias) => alias !== title)
        .map((alias) => ({
          alias,
          number,
          title,
          href: `#${slug}`,
          page: present(locations.get(id), "the page of", id).label,
        })),
    )
    .sort(comparing(locale.language, ({ alias }) => alias))
    .map((entry) => ({ ...entry, alias: listed(entry.alias), title: listed(entry.title) }));
}
