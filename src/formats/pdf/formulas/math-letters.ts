/** Where the letters of a `mathvariant` begin in Unicode: capitals, then small ones; Greek; digits. */
interface Alphabet {
  latin: number;
  greek?: number;
  digits?: number;
}

const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  bold: { latin: 0x1d400, greek: 0x1d6a8, digits: 0x1d7ce },
  italic: { latin: 0x1d434, greek: 0x1d6e2 },
  "bold-italic": { latin: 0x1d468, greek: 0x1d71c },
  script: { latin: 0x1d49c },
  "bold-script": { latin: 0x1d4d0 },
  fraktur: { latin: 0x1d504 },
  "double-struck": { latin: 0x1d538, digits: 0x1d7d8 },
  "bold-fraktur": { latin: 0x1d56c },
  "sans-serif": { latin: 0x1d5a0, digits: 0x1d7e2 },
  "bold-sans-serif": { latin: 0x1d5d4, greek: 0x1d756, digits: 0x1d7ec },
  "sans-serif-italic": { latin: 0x1d608 },
  "sans-serif-bold-italic": { latin: 0x1d63c, greek: 0x1d790 },
  monospace: { latin: 0x1d670, digits: 0x1d7f6 },
};

const LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ";
const DIGITS = "0123456789";

/** Letters that Unicode had before it had the others: their places in the alphabets are empty. */
const EARLIER: Readonly<Record<number, string>> = {
  119893: "ℎ",
  119965: "ℬ",
  119968: "ℰ",
  119969: "ℱ",
  119971: "ℋ",
  119972: "ℐ",
  119975: "ℒ",
  119976: "ℳ",
  119981: "ℛ",
  119994: "ℯ",
  119996: "ℊ",
  120004: "ℴ",
  120070: "ℭ",
  120075: "ℌ",
  120076: "ℑ",
  120085: "ℜ",
  120093: "ℨ",
  120122: "ℂ",
  120127: "ℍ",
  120133: "ℕ",
  120135: "ℙ",
  120136: "ℚ",
  120137: "ℝ",
  120145: "ℤ",
};

/** Text in the letters that MathML 3 names with `mathvariant`; what an alphabet lacks stays as it is. */
export function inMathLetters(text: string, variant: string): string {
  const alphabet = ALPHABETS[variant];
  return alphabet ? [...text].map((letter) => inAlphabet(letter, alphabet)).join("") : text;
}

function inAlphabet(letter: string, { latin, greek, digits }: Alphabet): string {
  const runs: [string, number | undefined][] = [
    [LATIN, latin],
    [GREEK, greek],
    [DIGITS, digits],
  ];
  for (const [letters, first] of runs) {
    const place = letters.indexOf(letter);
    if (place < 0 || first === undefined) continue;
    return EARLIER[first + place] ?? String.fromCodePoint(first + place);
  }
  return letter;
}
