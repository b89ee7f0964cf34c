import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as toText } from "hast-util-to-string";
import { describe, expect, it, test } from "vitest";
import { readLocale } from "../../src/page/locale.js";
import { TemplateError } from "../../src/page/template-files.js";
import { openTemplates, type Templates } from "../../src/page/templates.js";
import { quote } from "../../src/page/typography/quote.js";
import { typeset, typesetPieces } from "../../src/page/typography/typeset.js";
import { typesetTree } from "../../src/page/typography/typeset-tree.js";
import { visit } from "../../src/trees/visit.js";
import { ROOT, temporaryFolder } from "../support/editions.js";

const OURS = join(ROOT, "templates");
const { signs } = open("en");

describe("what opens and what closes", () => {
  test.each([
    [`She said "it is 'ours', not mine".`, "She said “it is ‘ours’, not mine”."],
    [`"'Shared at first', as they say."`, "“‘Shared at first’, as they say.”"],
    [`'"Twice" is once more.'`, "‘“Twice” is once more.’"],
    [`they said "the sign read 'keep out'".`, "they said “the sign read ‘keep out’”."],
    [`("so") ["so"] {"so"} <"so">`, "(“so”) [“so”] {“so”} <“so”>"],
    [`—"so"—"and so" –'so'-'so'`, "—“so”—“and so” –‘so’-‘so’"],
    [`"one"--"two"--three--"four"`, "“one”–“two”–three–“four”"],
    [`"one"/"two"|"three"`, "“one”/“two”|“three”"],
    [`"?" "!" "..." '.' "—"`, "“?” “!” “…” ‘.’ “—”"],
    [`he asked:"Who?"`, "he asked:“Who?”"],
    [`name="value"`, "name=“value”"],
    [`“curly”, "straight" and ‘both’`, "“curly”, “straight” and ‘both’"],
    [`“begun so, ended so"`, "“begun so, ended so”"],
    ['the first half of a speech: "it goes on', "the first half of a speech: “it goes on"],
    [`it ends here."`, "it ends here.”"],
    ['"over\ntwo lines"', "“over\ntwo lines”"],
    [`他说"你好"然后`, "他说“你好”然后"],
    [`" spaced "`, "“ spaced ”"],
    [`"quoted "twice" over"`, "“quoted “twice” over”"],
    [`""" and '''`, `""" and '''`],
    [`a letter as in בצה"ל`, `a letter as in בצה"ל`],
  ])("%s", (typed, set) => {
    expect(plain(typeset(typed, signs("en")))).toBe(plain(set));
  });
});

describe("an apostrophe", () => {
  test.each([
    ["don't; O'Brien; the Smiths'; James' hat", "don’t; O’Brien; the Smiths’; James’ hat"],
    ["the members' meadow and the dogs' food", "the members’ meadow and the dogs’ food"],
    ["the 'members' meadow'", "the ‘members’ meadow’"],
    ["'07, '95/'96, class of '99, the '20s and '90s", "’07, ’95/’96, class of ’99, the ’20s and ’90s"],
    ["('68) \"'68\" 1914–'18", "(’68) “’68” 1914–’18"],
    ["'I liked '80s shows'", "‘I liked ’80s shows’"],
    ["the '60s' best year", "the ’60s’ best year"],
    ["rock 'n' roll, 'tis so, 'twas so, 'Til dawn, get 'em", "rock ’n’ roll, ’tis so, ’twas so, ’Til dawn, get ’em"],
    ["'cause we're goin' out o' town", "’cause we’re goin’ out o’ town"],
    ["'Tis the season' is a song", "‘Tis the season’ is a song"],
    ["the letter 's', the word 'em'", "the letter ‘s’, the word ‘em’"],
    ['the suffix "\'s"', "the suffix “’s”"],
    ["the 1990's, his 5's, (UN)'s, \"Us\"'s", "the 1990’s, his 5’s, (UN)’s, “Us”’s"],
    ["1'000'000 heads", "1’000’000 heads"],
  ])("%s", (typed, set) => {
    expect(plain(typeset(typed, signs("en")))).toBe(plain(set));
  });
});

describe("a prime", () => {
  test.each([
    [`6'2", 5' 11", 5'6 1/2"`, "6′2″, 5′ 11″, 5′6 1/2″"],
    [`a 3/4" pipe, ½" more, a 27" screen, 6.5"`, "a 3/4″ pipe, ½″ more, a 27″ screen, 6.5″"],
    [`5' by 10', 12" x 8", 2'×4', 2"x4"`, "5′ by 10′, 12″ x 8″, 2′×4′, 2″x4″"],
    [`40° 26' 46" N, 79° 58' 56'' W, 40°26'`, "40° 26′ 46″ N, 79° 58′ 56″ W, 40°26′"],
    [`"I am 6' tall", she said; "the 27" one"`, "“I am 6′ tall”, she said; “the 27″ one”"],
    [`"It was 5'6" high."`, "“It was 5′6″ high.”"],
    [`He wrote "in 1990" and 'in 1991', "up to 12".`, "He wrote “in 1990” and ‘in 1991’, “up to 12”."],
    [`"Apollo 13" on a 27" screen`, "“Apollo 13” on a 27″ screen"],
    [`it began in 1984"`, "it began in 1984”"],
    [`6′2″ and “5′”`, "6′2″ and “5′”"],
  ])("%s", (typed, set) => {
    expect(plain(typeset(typed, signs("en")))).toBe(plain(set));
  });
});

describe("dashes and points", () => {
  test.each([
    ["1990--1995 --- and so on...", "1990–1995 — and so on…"],
    ["Plans - rolling - of 5 - 6 weeks; well-known", "Plans\u00a0– rolling\u00a0– of 5\u00a0– 6 weeks; well-known"],
    ["word--word, (a)--[b], --flag, -- so, end--", "word–word, (a)–[b], --flag, – so, end–"],
    ["wait.... and ..... on", "wait…. and ..... on"],
    ["---- and a--> <!-- b -->", "---- and a--> <!-- b -->"],
    [" - a round", " - a round"],
  ])("%s", (typed, set) => {
    expect(plain(typeset(typed, signs("en")))).toBe(plain(set));
  });
});

describe("in other languages", () => {
  test.each([
    ["de", `Er sagt: "Das ist 'unser' Land." Wie geht's?`, "Er sagt: „Das ist ‚unser‘ Land.“ Wie geht’s?"],
    [
      "de",
      `"'Ja'"--"nein", 's ist '68, rin in'n Topf; Hans' Hof`,
      "„\u200a‚Ja‘\u200a“–„nein“, ’s ist ’68, rin in’n Topf; Hans’ Hof",
    ],
    ["de", `„gesetzt“ und "getippt"; ein 27"-Schirm`, "„gesetzt“ und „getippt“; ein 27″-Schirm"],
    ["de", `(„hier"), „da" und „dort“`, "(„hier“), „da“ und „dort“"],
    ["de-AT", `"so"`, "„so“"],
    ["de-CH", `"Das 'Haus'" für 1'000 Franken`, "«Das ‹Haus›» für 1’000 Franken"],
    ["es", `Dijo "esto es 'nuestro'". ¿"Sí"? ¡"No"!`, "Dijo «esto es “nuestro”». ¿«Sí»? ¡«No»!"],
    ["es", `vamos pa' casa en el '98, d'Alembert`, "vamos pa’ casa en el ’98, d’Alembert"],
    ["fr", `L'eau, "le bien commun" ; est-ce vrai ?`, "L’eau, «\u202fle bien commun\u202f»\u202f; est-ce vrai\u202f?"],
    ["fr", `d'"ici" : "l'un 'ou' l'autre" !`, "d’«\u202fici\u202f»\u00a0: «\u202fl’un “ou” l’autre\u202f»\u202f!"],
    ["fr", "voir https://example.org/a?b ; 12:30", "voir https://example.org/a?b\u202f; 12:30"],
    ["fr-CH", `"l'un 'ou'"`, "«\u202fl’un ‹\u202fou\u202f›\u202f»"],
    ["nl", `"Ja", 's avonds`, "“Ja”, ’s avonds"],
    [
      "pl",
      `W "domu" i w ogrodzie, a z A. Z. o 5`,
      "W\u00a0„domu” i\u00a0w\u00a0ogrodzie, a\u00a0z\u00a0A.\u00a0Z. o\u00a05",
    ],
    ["pl", `Mówi: "to jest 'nasze' dobro"`, "Mówi: „to jest »nasze« dobro”"],
    ["ar", `قال "هذا 'لنا' جميعا"`, "قال «هذا “لنا” جميعا»"],
  ])("%s: %s", (language, typed, set) => {
    expect(typeset(typed, signs(language))).toBe(set);
  });
});

describe("a block", () => {
  test.each([
    [
      `<p>"<em>so</em>" and "<a href="#x">so</a>" and "<code>"</code>" and ("<b>so</b>")</p>`,
      `“so” and “so” and “"” and (“so”)`,
    ],
    [`<p><em>"so</em> it goes"</p>`, "“so it goes”"],
    [`<p><a href="#x">Ours</a>'s, <code>x</code>'s, <em>James</em>' hat</p>`, "Ours’s, x’s, James’ hat"],
    [`<p>a <em>'em quoted'</em> word</p>`, "a ‘em quoted’ word"],
    [
      `<p>"so"<sup><a data-footnote-ref>1</a></sup> and 'so'<sup><a data-footnote-ref>2</a></sup></p>`,
      "“so”1 and ‘so’2",
    ],
    [
      `<p>"<a href="https://example.org/o'neil--x">https://example.org/o'neil--x</a>" --</p>`,
      "“https://example.org/o'neil--x”\u00a0--",
    ],
    [`<p>"open</p><p>"close"</p>`, "“open“close”"],
    [`<ul><li>"open<ul><li>x"</li></ul></li></ul>`, "“openx”"],
    [`<table><tr><td>5'</td><td>'x'</td></tr></table>`, "5′‘x’"],
    [`<p>"so"<br>"and so"</p>`, "“so”“and so”"],
    [`<h2>The <em>"other"</em> way</h2><pre>"</pre><p>x <kbd>'</kbd></p>`, `The “other” way"x '`],
    [`<p><em>one</em> - <em>two</em>--three</p>`, "one\u00a0– two–three"],
    [`<p lang="de">"so"</p><p>"so"</p>`, "„so““so”"],
  ])("%s", (html, set) => {
    const tree = fromHtml(html, { fragment: true });
    typesetTree(tree, "en", signs);
    expect(toText(tree)).toBe(set);
  });

  it("in pieces is judged as one", () => {
    expect(typesetPieces(['He said "yes. ', 'And so." '], signs("en"))).toEqual(["He said “yes. ", "And so.” "]);
  });

  test.each([
    ["en", "“one ‘two “three”’”"],
    ["de-CH", "«one ‹two «three»›»"],
  ])("in %s marks what HTML calls a quotation", (language, set) => {
    const tree: Root = fromHtml("<p><q>one <q>two <q>three</q></q></q></p>", { fragment: true });
    visit(tree, "element", (element) => {
      if (element.tagName === "q") quote(element, signs(language));
    });
    expect(toText(tree)).toBe(set);
  });
});

describe("the signs of a language", () => {
  it("are those of its region, of a library's own file, and of the configuration, in this order", () => {
    const own = temporaryFolder();
    mkdirSync(join(own, "locales"));
    writeFileSync(join(own, "locales/de.yaml"), "quotation_marks: { outer: »…« }\n");
    writeFileSync(join(own, "locales/sv.yaml"), "quotation_marks: { outer: ”…”, inner: ’…’ }\n");
    const set = (language: string, words = {}): string =>
      typeset(`"a 'b'"`, open(language, words, [own, OURS]).signs(language));
    expect(set("de")).toBe("»a ‚b‘«");
    expect(set("de-CH")).toBe("«a ‹b›»");
    expect(set("sv")).toBe("”a ’b’\u200a”");
    expect(set("de", { "quotation_marks.inner": "›…‹" })).toBe("»a ›b‹«");
    expect(open("en-GB", { "quotation_marks.outer": "‘…’" }).signs("en").outer).toEqual(["‘", "’"]);
    // Words that the library's file does not hold are still German.
    expect(readLocale([own, OURS], "de", {}).words.contents).toBe("Inhalt");
  });

  it("are a pair, or their file is named", () => {
    const own = temporaryFolder();
    mkdirSync(join(own, "locales"));
    writeFileSync(join(own, "locales/en.yaml"), 'quotation_marks: { outer: "" }\n');
    expect(() => open("en", {}, [own, OURS])).toThrow(/locales\/en\.yaml: quotation_marks\.outer: .*“…”/);
    expect(() => open("en", { "quotation_marks.inner": "'" }).signs("en")).toThrow(TemplateError);
  });
});

function open(language: string, words: Record<string, string> = {}, folders = [OURS]): Templates {
  return openTemplates(folders, readLocale(folders, language, words));
}

// No-break spaces are shown as ~, hair spaces as |.
describe("spaces at which no line ends", () => {
  test.each([
    ["Dr Brown met Mr. Green and Mrs Grey near St Ives.", "Dr~Brown met Mr.~Green and Mrs~Grey near St~Ives."],
    ["Capt. Hale, Prof. Ruiz and the Rev. Lowe", "Capt.~Hale, Prof.~Ruiz and the Rev.~Lowe"],
    ["J. R. R. Marsh and E. M. Dale", "J.~R.~R. Marsh and E.~M. Dale"],
    ["see no. 7, vol. 2, pp. 14–18, § 3 and fig. 9", "see no.~7, vol.~2, pp.~14–18, §~3 and fig.~9"],
    ["12 km, 5 kg, 30 %, 20 °C, 9 a.m. and 1.5 m²", "12~km, 5~kg, 30~%, 20~°C, 9~a.m. and 1.5~m²"],
    ["in 44 BC and AD 79; 300 B.C.", "in 44~BC and AD~79; 300~B.C."],
    ["one – two — three -- four - five", "one~– two~— three~– four~– five"],
    [
      "a plan. B follows; no doubt. Dry mills; 5 men; 3 apples",
      "a plan. B follows; no doubt. Dry mills; 5 men; 3 apples",
    ],
    ["– an item of a list", "– an item of a list"],
  ])("%s", (typed, set) => {
    expect(shown(typeset(typed, signs("en")))).toBe(set);
  });

  it("hold abbreviations of several words together in any language", () => {
    expect(shown(typeset("z. B. auf S. 12, d. h. um 300 v. Chr.", signs("de")))).toBe(
      "z.~B. auf S.~12, d.~h. um 300~v. Chr.",
    );
  });
});

describe("quotations that begin or end together", () => {
  test.each([
    [`"'Shared at first', as they say."`, "“|‘Shared at first’, as they say.”"],
    [`they said "the sign read 'keep out'".`, "they said “the sign read ‘keep out’|”."],
    ["“‘Twice’” set before", "“|‘Twice’|” set before"],
    [`a "plain" one and "" and ''`, "a “plain” one and “” and ‘’"],
  ])("%s", (typed, set) => {
    expect(shown(typeset(typed, signs("en")))).toBe(set);
  });
});

/** Without what is told apart by its spaces alone. */
function plain(text: string): string {
  return text.replaceAll("\u00a0", " ").replaceAll("\u200a", "");
}

function shown(text: string): string {
  return text.replaceAll("\u00a0", "~").replaceAll("\u200a", "|");
}
