import type { Library } from "../../library/library.js";
import type { Setting } from "../../linked-data/setting.js";
import { openSetting } from "../setting.js";
import type { Context } from "./about.js";

/** What every file of the dataset is made from. */
export interface Basis
  extends Pick<Context, "config" | "locale" | "templates" | "date" | "cache" | "seconds" | "since"> {
  library: Library;
  setting: Setting;
}

export function openBasis(library: Library, context: Context): Basis {
  const { config, locale, templates, date, cache, seconds, since, locations } = context;
  return {
    config,
    locale,
    templates,
    date,
    cache,
    seconds,
    since,
    library,
    setting: openSetting(library, context, locations, since),
  };
}
