import { describe, expect, test } from "vitest";
import { typeset } from "../src/page/typography.js";

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
    ["de", `Er sagt: "Das ist 'unser' Land." Wie geht's?`, "Er sagt: „Das ist ‚unser‘ Land.“ Wie geht’s?"],
    ["es", `Dijo "esto es 'nuestro'"`, "Dijo «esto es “nuestro”»"],
    ["fr", `L'eau, "le bien commun" ; est-ce vrai ?`, "L’eau, «\u202fle bien commun\u202f»\u202f; est-ce vrai\u202f?"],
    ["nl", `"Ja"`, "“Ja”"],
  ])("%s: %s", (language, written, set) => {
    expect(typeset(written, language)).toBe(set);
  });

  test("a quotation that began in another element closes", () => {
    expect(typeset(`" he said`, "en", "x")).toBe("” he said");
  });
});
