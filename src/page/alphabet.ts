import { scriptName, scriptOf, scriptsOf } from "./scripts.js";

/**
 * The heading that a term stands under, by the alphabet of a language:
 * - in Latin letters and those of the language the first letter, as a capital, without its accents but where the
 *   language counts it as a letter of its own (Ñ in Spanish);
 * - in Chinese the first letter of the pinyin (of a character with several readings the commonest), or the number of
 *   strokes where the language is sorted by them; in Japanese the row of the kana, in Korean the first consonant;
 * - in a script that the language is not written in the name of the script;
 * - `#` for what begins with no letter.
 */
export function openInitials(language: string): (term: string) => string {
  const own = scriptsOf(language);
  const letterOf = openLetters(language);
  const hanOf = openHan(language);
  const keyOf = openKeys(language);
  return (term) => {
    const text = keyOf(term);
    if (!/^\p{L}/u.test(text.normalize("NFKD"))) return "#";
    const script = scriptOf(text);
    if (script === undefined || script === "Latn") return letterOf(text);
    if (!own.includes(script)) return scriptName(script, language);
    if (script === "Hani") return hanOf(text);
    if (script === "Hang") return consonantOf(text);
    return script === "Hira" || script === "Kana" ? rowOf(text) : letterOf(text);
  };
}

/**
 * What counts of a term for its place in the order: not the signs before the first letter or figure, such as a quotation
 * mark; in Arabic not the article, which is written together with its word.
 */
export function openKeys(language: string): (term: string) => string {
  const isArabic = new Intl.Locale(language).language === "ar";
  return (term) => {
    const text = term.replace(/^[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/u, "");
    return isArabic ? text.replace(ARABIC_ARTICLE, "") : text;
  };
}

// Of words that begin with the same two letters of their own, those of the eighth form are the most: commitment, meeting.
const EIGHTH_FORM = "ت(?:زام|قاء|فات|ماس|هاب|باس|حام|واء|قاط|حاق|فاف|هام|ئام|جاء|ذاذ)";
const ARABIC_ARTICLE = new RegExp(`^ال(?=\\p{L}{2})(?!${EIGHTH_FORM}|له(?!\\p{L}))`, "u");

// In Thai and Lao some vowels are written before the consonant that they follow in speech and in the order.
const VOWELS_BEFORE = /^[\u0e40-\u0e44\u0ec0-\u0ec4](?=\p{L})/u;

function openLetters(language: string): (text: string) => string {
  const collator = new Intl.Collator(language, { sensitivity: "base" });
  return (text) => {
    const [first = ""] = text.replace(VOWELS_BEFORE, "").normalize("NFC");
    const [bare = ""] = first.normalize("NFKD");
    const own = /^\p{L}\p{M}+$/u.test(first.normalize("NFD")) && collator.compare(first, bare) > 0;
    return (own ? first : bare).toUpperCase();
  };
}

// Begins the marks that Unicode's collation of Chinese holds where a letter of pinyin or a number of strokes begins (CLDR,
// UTS 35 part 5, 3.13, index characters).
const MARK = "\ufdd0";
const PINYIN = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (letter) => ({ label: letter, mark: MARK + letter }));
const MOST_STROKES = 64;
const STROKES = Array.from({ length: MOST_STROKES }, (_, at) => ({
  label: `${at + 1}劃`,
  mark: MARK + String.fromCharCode(0x2801 + at),
}));

/** Where Chinese characters stand in the order of a language; in one without readings under their name. */
function openHan(language: string): (text: string) => string {
  if (new Intl.Locale(language).language !== "zh") return () => scriptName("Hani", language);
  const collator = new Intl.Collator(language);
  const follows = (text: string, mark: string): boolean => collator.compare(mark, text) <= 0;
  // 八, bā, two strokes: each order has the marks of its own alone.
  const marks = follows("八", `${MARK}B`) && !follows("八", `${MARK}C`) ? PINYIN : STROKES;
  return (text) => marks.findLast(({ mark }) => follows(text, mark))?.label ?? "#";
}

const ROWS = Array.from("あかさたなはまやらわ");
const KANA = new Intl.Collator("ja", { sensitivity: "base" });

/** The row of the kana that a text begins with: `が` and `キ` stand under か. */
function rowOf(text: string): string {
  const [first = ""] = text.normalize("NFKC");
  return ROWS.findLast((row) => KANA.compare(row, first) <= 0) ?? "あ";
}

// The consonants in the order of Unicode's conjoining jamo, those written twice under the single one.
const CONSONANTS = Array.from("ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ");
const FIRST_JAMO = 0x1100;

function consonantOf(text: string): string {
  const [first = ""] = text.normalize("NFKD");
  return CONSONANTS[(first.codePointAt(0) ?? 0) - FIRST_JAMO] ?? first;
}
