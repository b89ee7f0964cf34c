import type { Library } from "../library/library.js";
import type { NumberedPattern } from "../library/pattern.js";
import type { Twin } from "../library/translations/twin.js";
import { readAddress } from "../library/web-address.js";
import type { EditionAddresses } from "./edition-addresses.js";
import { type Locale, word } from "./locale.js";
import type { RecordRow } from "./record.js";

/** What says the same as a pattern in other languages: each in its own words, led by what its language calls itself. */
export function viewTwins(
  { translations: { twins }, byId }: Library,
  { id }: NumberedPattern,
  { href }: EditionAddresses,
  locale: Locale,
): RecordRow[] {
  const own = twins.get(id) ?? [];
  if (own.length === 0) return [];
  const values = own.map((twin) => ({
    text: `${nameOf(twin.language)}${twin.title}`,
    // Of two patterns in two languages the ids may be the same.
    href: byId.get(twin.id)?.source.path === twin.path ? (href(twin.id) ?? null) : onTheWeb(twin),
    language: twin.language === UNKNOWN ? null : twin.language,
  }));
  return [{ field: "translations", label: word(locale, "fields.translations"), values, isProse: true }];
}

// Of a file that states no language nothing is said.
const UNKNOWN = "und";

/** `español: ` */
function nameOf(language: string): string {
  if (language === UNKNOWN) return "";
  const name = new Intl.DisplayNames(language, { type: "language" }).of(language);
  return name === undefined || name === language ? "" : `${name}: `;
}

function onTheWeb({ address }: Twin): string | null {
  if (address === undefined) return null;
  const read = readAddress(address);
  return "address" in read ? read.address : null;
}
