/** Codes of the EU's table of languages, which DCAT-AP asks for, by those of BCP 47. */
const EU_CODES: Readonly<Record<string, string>> = {
  ar: "ARA",
  bg: "BUL",
  ca: "CAT",
  cs: "CES",
  da: "DAN",
  de: "DEU",
  el: "ELL",
  en: "ENG",
  es: "SPA",
  et: "EST",
  eu: "EUS",
  fi: "FIN",
  fr: "FRA",
  ga: "GLE",
  he: "HEB",
  hr: "HRV",
  hu: "HUN",
  it: "ITA",
  ja: "JPN",
  ko: "KOR",
  lt: "LIT",
  lv: "LAV",
  mt: "MLT",
  nl: "NLD",
  no: "NOR",
  pl: "POL",
  pt: "POR",
  ro: "RON",
  ru: "RUS",
  sk: "SLK",
  sl: "SLV",
  sv: "SWE",
  tr: "TUR",
  uk: "UKR",
  zh: "ZHO",
};

/** The address of a language as a concept: in the EU's table, else in that of the Library of Congress. */
export function languageAddress(tag: string): string {
  const [language = "und"] = tag.toLowerCase().split("-");
  const code = EU_CODES[language];
  if (code !== undefined) return `http://publications.europa.eu/resource/authority/language/${code}`;
  return `http://id.loc.gov/vocabulary/iso639-${language.length === 2 ? 1 : 2}/${language}`;
}
