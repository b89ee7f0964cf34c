import { serializePatterns } from "../../linked-data/serialize.js";
import { NO_PLACES } from "../../linked-data/setting.js";
import { unmarked } from "../../page/languages/marks.js";
import { word } from "../../page/locale.js";
import type { Attachment } from "../../print/finish/task.js";
import { openSetting } from "../setting.js";
import { patternsIn } from "./matter/listing.js";
import type { VolumePlan } from "./paging/plan.js";
import type { Press } from "./press.js";
import { volumeSuffix } from "./volume-names.js";

/**
 * The patterns of a volume as data, to travel inside its reading edition: metadata and relations, without the text, which the
 * book has. It holds nothing that another volume could change, so that this one need not be printed again.
 */
export function attachPatterns({ library, context }: Press, volume: VolumePlan): Attachment {
  const setting = openSetting(library, context, NO_PLACES);
  return {
    name: `${context.config.book.slug}${volumeSuffix(volume)}.jsonld`,
    mediaType: "application/ld+json",
    description: unmarked(word(context.locale, "attached_data")),
    content: [...serializePatterns(patternsIn(library, volume), setting)].join(""),
  };
}
