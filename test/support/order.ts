import type { OrderOptions } from "../../src/library/order.js";
import { nameGroup } from "../../src/page/groups.js";
import { readLocale, word } from "../../src/page/locale.js";
import { templateFolders } from "../../src/page/template-files.js";

/** How a library without a configuration is ordered. */
export function orderOptions(changes: Partial<OrderOptions> = {}): OrderOptions {
  const { language = "en" } = changes;
  const locale = readLocale(templateFolders(undefined), language, {});
  return {
    language,
    names: new Map(),
    within: "title",
    name: nameGroup(locale),
    rest: word(locale, "grouping.rest"),
    ...changes,
  };
}
