import { describe, expect, test } from "vitest";
import { typeset } from "../../src/page/typography.js";

describe("smart punctuation", () => {
  test.each([
    ["en", `She said "it is 'ours', not mine".`, "She said “it is ‘ours’, not mine”."],
    [
      "en",
      "Don't; the members' meadow; rock 'n' roll; the '90s; 'tis so",
      "Don’t; the members’ meadow; rock ’n’ roll; the ’90s; ’tis so",
    ],
    ["en", `A beam of 6'2" and one of 5' 11"`, "A beam of 6′2″ and one of 5′ 11″"],
    ["en", `He wrote "in 1990" and left`, "He wrote “in 1990” and left"],
    ["en", "1990--1995 --- and so on...", "1990–1995 — and so on…"],
    [
      "en",
      "Forecasts - rolling - of 5 - 6 weeks; well-known",
      "Forecasts\u00a0– rolling\u00a0– of 5\u00a0– 6 weeks; well-known",
    ],
    ["de", `Er sagt: "Das ist 'unser' Land." Wie geht's?`, "Er sagt: „Das ist ‚unser‘ Land.“ Wie geht’s?"],
    ["es", `Dijo "esto es 'nuestro'"`, "Dijo «esto es “nuestro”»"],
    ["fr", `L'eau, "le bien commun" ; est-ce vrai ?`, "L’eau, «\u202fle bien commun\u202f»\u202f; est-ce vrai\u202f?"],
    ["nl", `"Ja"`, "“Ja”"],
  ])("%s: %s", (language, written, set) => {
    expect(typeset(written, language)).toBe(set);
  });

  test("a dash that follows another element is one, a hyphen that begins a block is not", () => {
    expect(typeset(" - a round", "en", "x")).toBe("\u00a0– a round");
    expect(typeset(" - a round", "en")).toBe(" - a round");
  });

  test("a quotation that began in another element closes", () => {
    expect(typeset(`" he said`, "en", "x")).toBe("” he said");
  });
});
