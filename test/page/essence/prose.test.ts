import { describe, expect, it } from "vitest";
import { parseBody } from "../../../src/library/body/parse.js";
import { gatherEssence } from "../../../src/page/essence/index.js";

function overviewOf(markdown: string, language = "en"): string[] {
  const body = parseBody(`# Overview\n\n${markdown}`, "ferry", "Ferry");
  const { extracts } = gatherEssence(body, { title: "Ferry", summary: null, language });
  return extracts.flatMap(({ items }) => items.flat());
}

describe("a sentence that points at what does not stand on a card", () => {
  it.each([
    ["en", "The table below shows the fares."],
    ["en", "Figure 2 shows the landing."],
    ["en", "Fares are low (see Section 3)."],
    ["en", "The following diagram shows the crossing."],
    ["en", "The ferry rests on the following principles."],
    ["en", "As shown above, it is slow."],
    ["en", "Its parts are as follows."],
    ["en", "The fares are given in the table."],
    ["en", "The last column is printed on each ticket."],
    ["de", "Die letzte Spalte steht auf jeder Fahrkarte."],
    ["es", "La última columna está en cada billete."],
    ["en", "The example shows four weeks."],
    ["de", "Die folgende Tabelle zeigt die Preise."],
    ["de", "Abbildung 2 zeigt den Steg."],
    ["de", "Wie oben beschrieben, ist sie langsam."],
    ["de", "Die Preise sind gering, siehe Abschnitt 3."],
    ["es", "La tabla siguiente muestra los precios."],
    ["es", "Véase la figura 2."],
    ["es", "Los precios se listan a continuación."],
    ["es", "Como se muestra en el gráfico, es lenta."],
  ])("is left out (%s: %s)", (language, sentence) => {
    const [before, after] =
      {
        en: ["A ferry crosses.", "Many wait."],
        de: ["Die Fähre quert.", "Viele warten."],
        es: ["La barca cruza.", "Muchos esperan."],
      }[language] ?? [];
    expect(overviewOf(`${before} ${sentence} ${after}`, language)).toEqual([before, after]);
  });

  it.each([
    ["en", "Seventy people above all wait at night for the following day."],
    ["en", "The list of those who wait is long."],
    ["en", "Fish from below come up at temperatures of 5 °C and above."],
    ["de", "Die folgende Generation zahlt weniger."],
    ["es", "La siguiente semana pagan menos."],
  ])("is not one that only has such a word (%s: %s)", (language, sentence) => {
    expect(overviewOf(sentence, language)).toEqual([sentence]);
  });

  it("takes along what leans on it", () => {
    const text = "A ferry crosses. The table below lists fares. They rise in summer. Children ride free.";
    expect(overviewOf(text)).toEqual(["A ferry crosses.", "Children ride free."]);
  });

  it("is found by what it stands above", () => {
    const table = "| Fare | Age |\n|---|---|\n| 2 | 9 |";
    expect(overviewOf(`A ferry crosses. The fares look like this.\n\n${table}`)).toEqual(["A ferry crosses."]);
    expect(overviewOf(`A ferry crosses. Children ride free.\n\n${table}`)).toHaveLength(2);
  });
});

describe("a sentence with a colon at its end", () => {
  it("is left out with all that it leads to", () => {
    expect(overviewOf("A ferry crosses. It has two wants:\n\n- Speed is one.\n- Rest is two.\n\nMany wait.")).toEqual([
      "A ferry crosses.",
    ]);
  });

  it("leaves what it leads to where nothing stands before it", () => {
    expect(overviewOf("Two wants pull:\n\n- Speed is dear.\n- Rest is rare.")).toEqual([
      "Speed is dear.",
      "Rest is rare.",
    ]);
  });
});

describe("what is no sentence", () => {
  it("is left out: a piece of a list, and what stands for a text still to come", () => {
    expect(overviewOf("Choose one who:\n\n- rows well.\n- Oars\n- Many wait at the landing.")).toEqual([
      "Many wait at the landing.",
    ]);
    expect(overviewOf("TBD")).toEqual([]);
    expect(overviewOf("*To be written*")).toEqual([]);
  });
});
