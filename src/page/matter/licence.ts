import type { Library } from "../../library/library.js";
import { type Locale, word } from "../locale.js";
import { licencesOf } from "./rights.js";

/** A licence in plain words. */
export interface LicenceView {
  name: string;
  /** Where its full text is. */
  url: string | null;
  /** What it permits and asks; empty for a licence that is not known here. */
  terms: { title: string; text: string }[];
}

const CREATIVE_COMMONS = /^(?:CC[ -])?(BY(?:-NC)?(?:-SA|-ND)?)(?:[ -](\d\.\d))?\b/i;
const ZERO = /^CC[ -]?0|^(?:PDDL|Unlicense|public domain)\b/i;
const NOTICE = /^(?:MIT|ISC|BSD|0BSD|Apache)\b/i;

const ADDRESSES: readonly [RegExp, string][] = [
  [/^CC[ -]?0/i, "https://creativecommons.org/publicdomain/zero/1.0/"],
  [/^MIT\b/i, "https://opensource.org/license/mit"],
  [/^ISC\b/i, "https://opensource.org/license/isc-license-txt"],
  [/^Apache/i, "https://www.apache.org/licenses/LICENSE-2.0"],
];

/** The licences of the book and what they mean: those that are well known in words of ours, others by name. */
export function explainLicences(
  library: Pick<Library, "patterns">,
  license: { name: string; url: string } | undefined,
  locale: Locale,
): LicenceView[] {
  return licencesOf(library, license).map(({ name, url }) => ({
    name,
    url: url ?? addressOf(name),
    terms: termsOf(name).map((term) => ({
      title: word(locale, `matter.licence_terms.${term}.title`),
      text: word(locale, `matter.licence_terms.${term}.text`),
    })),
  }));
}

function addressOf(name: string): string | null {
  const [, kind, version] = CREATIVE_COMMONS.exec(name) ?? [];
  if (kind && version) return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
  return ADDRESSES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

function termsOf(name: string): string[] {
  if (ZERO.test(name)) return ["zero"];
  if (NOTICE.test(name)) return ["share", "adapt", "notice"];
  const [, kind] = CREATIVE_COMMONS.exec(name) ?? [];
  if (!kind) return [];
  const elements = kind.toLowerCase().split("-");
  return [
    "share",
    ...(elements.includes("nd") ? [] : ["adapt"]),
    "by",
    ...["nc", "sa", "nd"].filter((element) => elements.includes(element)),
  ];
}
