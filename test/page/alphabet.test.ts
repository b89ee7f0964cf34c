import { describe, expect, it } from "vitest";
import { openInitials } from "../../src/page/alphabet.js";
import { arrange } from "../../src/page/matter/term-index/entries.js";
import { numbered } from "../support/patterns.js";

/** The headings of an index and what stands under each. */
function indexOf(language: string, ...headings: string[]): string[] {
  const terms = headings.map((heading, at) => ({
    heading,
    kind: "title" as const,
    pattern: numbered(at + 1, { slug: `p${at}` }),
  }));
  return arrange(terms, language).map(
    ({ letter, entries }) => `${letter}: ${entries.map(({ heading }) => heading).join(" ")}`,
  );
}

describe("the headings of an index", () => {
  it("are letters, accents left out but where the language counts them", () => {
    expect(indexOf("es", "Ñandú", "nube", "Ágora", "¿quién?", "3 turnos")).toEqual([
      "#: 3 turnos",
      "A: Ágora",
      "N: nube",
      "Ñ: Ñandú",
      "Q: ¿quién?",
    ]);
    expect(indexOf("de", "Übergabe", "Unfug", "Öl", "Ofen")).toEqual(["O: Ofen Öl", "U: Übergabe Unfug"]);
    expect(indexOf("sv", "Öl", "Zink", "Ål")).toEqual(["Z: Zink", "Å: Ål", "Ö: Öl"]);
  });

  it("are in Polish its own letters, and pass over the article of Arabic", () => {
    expect(indexOf("pl", "Żuraw", "Zebranie", "Źródło", "Łąka", "Las", "Ćwierć", "Cel")).toEqual([
      "C: Cel",
      "Ć: Ćwierć",
      "L: Las",
      "Ł: Łąka",
      "Z: Zebranie",
      "Ź: Źródło",
      "Ż: Żuraw",
    ]);
    expect(indexOf("nl", "IJsvrij", "Idee", "Jaar")).toEqual(["I: Idee IJsvrij", "J: Jaar"]);
    const arabic = ["البوابة", "«السقي»", "بئر", "التزام", "الالتزام", "التعاون", "إصلاح", "الله", "مائدة"];
    expect(indexOf("ar", ...arabic)).toEqual([
      "ا: إصلاح التزام الالتزام الله",
      "ب: بئر البوابة",
      "ت: التعاون",
      "س: «السقي»",
      "م: مائدة",
    ]);
  });

  it("are in Chinese the letters of the pinyin, which Latin words share", () => {
    expect(indexOf("zh-CN", "村庄会议", "八人小组", "水务轮值", "Wiki", "公地边界", "Barn", "阿姨互助")).toEqual([
      "A: 阿姨互助",
      "B: 八人小组 Barn",
      "C: 村庄会议",
      "G: 公地边界",
      "S: 水务轮值",
      "W: Wiki",
    ]);
  });

  it("are in Taiwan's order the numbers of strokes", () => {
    expect(indexOf("zh-TW", "水務輪值", "一人一票", "中立調解", "龍舟")).toEqual([
      "1劃: 一人一票",
      "4劃: 中立調解 水務輪值",
      "16劃: 龍舟",
    ]);
  });

  it("are in Japanese the rows of the kana, and one for what is written without a reading", () => {
    expect(indexOf("ja", "水番", "がっこう", "キャンプ", "みず", "ゆい", "アトリエ", "をかし")).toEqual([
      "あ: アトリエ",
      "か: がっこう キャンプ",
      "ま: みず",
      "や: ゆい",
      "わ: をかし",
      "漢字: 水番",
    ]);
  });

  it("are in Korean the first consonants", () => {
    expect(indexOf("ko", "공유지", "깨끗한 물", "나눔", "두레")).toEqual([
      "ㄱ: 공유지 깨끗한 물",
      "ㄴ: 나눔",
      "ㄷ: 두레",
    ]);
  });

  it("are in Thai consonants, also where a vowel is written before them", () => {
    expect(indexOf("th", "เกษตร", "กลุ่ม", "แหล่งน้ำ")).toEqual(["ก: กลุ่ม เกษตร", "ห: แหล่งน้ำ"]);
  });

  it("are one for each script that the language is not written in, after its letters", () => {
    const words = ["Water", "水务轮值", "公地边界", "الماء", "أرض", "जल", "вода", "κοινά", "みず"];
    expect(indexOf("en", ...words)).toEqual([
      "W: Water",
      "Greek: κοινά",
      "Cyrillic: вода",
      "Arabic: أرض الماء",
      "Devanagari: जल",
      "Hiragana: みず",
      "Han: 公地边界 水务轮值",
    ]);
    expect(["水", "вода"].map(openInitials("es"))).toEqual(["Han", "Cirílico"]);
  });

  it("are letters in the language's own script, with hamza and harakat left out", () => {
    expect(indexOf("ar", "أرض", "امان", "بئر", "Wiki").toSorted()).toEqual(["W: Wiki", "ا: أرض امان", "ب: بئر"]);
    expect(["вода", "Ёж"].map(openInitials("ru"))).toEqual(["В", "Е"]);
    expect(["जल", "कृषि"].map(openInitials("hi"))).toEqual(["ज", "क"]);
  });
});
