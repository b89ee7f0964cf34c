// Languages that front matter names in words, by their codes (ISO 639-1).
const CODES = (
  "ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv " +
  "sw ta th tr uk ur vi zh"
).split(" ");

/**
 * A language as people write it, `es`, `es_MX`, `Spanish` or `español`, → its tag in canonical form (BCP 47); undefined
 * where it is none.
 */
export const readLanguage = openLanguages();

function openLanguages(): (written: string) => string | undefined {
  let names: ReadonlyMap<string, string> | undefined;
  return (written) => {
    const words = written.trim();
    const tag = words.replaceAll("_", "-");
    // Longer codes are reserved, and used by nobody: `english` is a name.
    if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) {
      names ??= listNames();
      return names.get(words.toLowerCase());
    }
    try {
      return Intl.getCanonicalLocales(tag)[0];
    } catch {
      return undefined;
    }
  };
}

/** Codes by the names of their languages in English and in themselves, in small letters. */
function listNames(): Map<string, string> {
  return new Map(
    CODES.flatMap((code) =>
      ["en", code].map((language): [string, string] => {
        const name = new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;
        return [name.toLowerCase(), code];
      }),
    ),
  );
}

/** For what nobody has determined (ISO 639-2). */
export const UNDETERMINED = "und";

/** The language without its region and script: `de-CH` → `de`. */
export function baseLanguage(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? tag;
}

/**
 * How near a text in one language is to readers of another: 0 for another language, 1 for another script of it, 2 for
 * another region, 3 for the same.
 */
export function nearness(tag: string, wanted: string): 0 | 1 | 2 | 3 {
  if (tag === UNDETERMINED) return 0;
  if (tag.toLowerCase() === wanted.toLowerCase()) return 3;
  const [one, other] = [new Intl.Locale(tag).maximize(), new Intl.Locale(wanted).maximize()];
  if (one.language !== other.language) return 0;
  return one.script === other.script ? 2 : 1;
}
