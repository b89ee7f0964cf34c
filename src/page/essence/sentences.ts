/** After these a full stop ends no sentence, whatever follows; by language. */
const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  en: ["vs", "e.g", "i.e", "cf", "dr", "mr", "mrs", "ms", "prof", "st", "no", "fig", "approx", "p", "pp", "ed", "eds"],
  de: ["z.B", "z. B", "d.h", "d. h", "bzw", "vgl", "dr", "nr", "s", "ca", "u.a", "prof", "st", "hr", "fr"],
  es: ["p.ej", "p. ej", "sr", "sra", "dr", "dra", "núm", "pág", "págs", "ee", "vs"],
};

/** Sentences of a text in its language (UAX 29), their words as they stand; white space is single blanks. */
export function splitSentences(text: string, language: string): string[] {
  const whole = text.replace(/\s+/g, " ").trim();
  const open = openEnding(language.split("-")[0] ?? "en");
  const sentences: string[] = [];
  let rest = "";
  for (const { segment, index } of segmenterOf(language).segment(whole)) {
    rest += segment;
    // “Ask “why?” of all”: what goes on in a small letter has not ended.
    const goesOn = /^["”’»)]*\s*\p{Ll}/u.test(whole.slice(index + segment.length));
    if (goesOn || open.test(rest.trimEnd())) continue;
    sentences.push(rest.trim());
    rest = "";
  }
  if (rest.trim() !== "") sentences.push(rest.trim());
  return joinQuotations(sentences.filter(Boolean));
}

/** A quotation is seldom longer; one that does not end is none. In sentences. */
const LONGEST_QUOTATION = 4;

/** `They ask: “What grows? What stays?”` is one sentence, whatever ends within its quotation. */
function joinQuotations(sentences: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < sentences.length; ) {
    const length = lengthOfQuotation(sentences, at);
    joined.push(sentences.slice(at, at + length).join(" "));
    at += length;
  }
  return joined;
}

/** How many sentences, from one on, belong together because a quotation spans them; 1 if the quotation does not end. */
function lengthOfQuotation(sentences: readonly string[], from: number): number {
  for (let length = 1; length <= LONGEST_QUOTATION; length++) {
    if (isClosed(sentences.slice(from, from + length).join(" "))) return length;
  }
  return 1;
}

/** Whether every quotation that begins in a text ends in it. */
export function isClosed(text: string): boolean {
  return (text.match(/["“”„«»]/g)?.length ?? 0) % 2 === 0;
}

/** An invalid language tag must not stop a build: the English segmenter works well for nearly all scripts. */
function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "sentence" });
  } catch {
    return new Intl.Segmenter("en", { granularity: "sentence" });
  }
}

/** What ends so goes on: an abbreviation, or the initial of a name. */
function openEnding(base: string): RegExp {
  const words = [...(ABBREVIATIONS[base] ?? []), ...(base === "en" ? [] : (ABBREVIATIONS.en ?? []))];
  const listed = words.map((word) => word.replaceAll(".", "\\.")).join("|");
  return new RegExp(`(?:^|[\\s(“"‘'*])(?:(?:${listed})|\\p{Lu})\\.$`, "iu");
}
