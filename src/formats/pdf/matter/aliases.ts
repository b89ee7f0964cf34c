import type { NumberedPattern } from "../../../library/pattern.js";
import type { Locale } from "../../../page/locale.js";
import { comparing } from "../../../page/matter/term-index/entries.js";
import type { Layout } from "../plan.js";
import type { ListedPattern } from "./listing.js";

/** The patterns of a volume by their other names. */
export function listAliases(
  patterns: readonly NumberedPattern[],
  { locations }: Layout,
  { language }: Locale,
): (ListedPattern & { alias: string })[] {
  return patterns
    .flatMap(({ id, number, title, slug, aliases }) =>
      [...new Set(aliases)]
        .filter((alias) => alias !== title)
        .map((alias) => ({ alias, number, title, href: `#${slug}`, page: locations.get(id)?.label ?? "" })),
    )
    .sort(comparing(language, ({ alias }) => alias));
}
