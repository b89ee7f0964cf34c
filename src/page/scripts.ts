import { capitalise } from "./locale.js";

// ISO 15924, of the scripts that books are written in; a letter of another has a heading of its own.
const CODES = (
  "Latn Grek Cyrl Armn Hebr Arab Syrc Thaa Nkoo Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Tibt Mymr " +
  "Geor Hang Ethi Cher Cans Mong Khmr Hira Kana Bopo Hani Yiii Java Bali Sund Tfng Goth Copt Adlm"
).split(" ");
const SCRIPTS = CODES.map((code) => ({ code, holds: new RegExp(`^\\p{Script=${code}}`, "u") }));

/** What some languages' script is made of (ISO 15924 has a code for the whole). */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  Hans: ["Hani"],
  Hant: ["Hani"],
  Jpan: ["Hira", "Kana", "Hani"],
  Kore: ["Hang", "Hani"],
};

/** The script of a text's first character, as ISO 15924 calls it. */
export function scriptOf(text: string): string | undefined {
  return SCRIPTS.find(({ holds }) => holds.test(text))?.code;
}

/** The scripts that a language is written in. */
export function scriptsOf(language: string): readonly string[] {
  const { script = "Latn" } = new Intl.Locale(language).maximize();
  return MADE_OF[script] ?? [script];
}

/** `Hani` → “Han” in English, “漢字” in Japanese; at the head of a line. */
export function scriptName(code: string, language: string): string {
  const name = new Intl.DisplayNames(language, { type: "script" }).of(code) ?? code;
  return capitalise(name, { language });
}
