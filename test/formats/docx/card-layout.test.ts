import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { type CardView, viewCard } from "../../../src/formats/card-view.js";
import { layOutCard } from "../../../src/formats/docx/card/fill-card.js";
import { SHEETS } from "../../../src/formats/docx/card/sheet.js";
import { measureCard } from "../../../src/formats/docx/styles/cards.js";
import { toTypography } from "../../../src/formats/docx/styles/typography.js";
import type { Relation } from "../../../src/library/library.js";
import type { Extract } from "../../../src/page/essence/extract.js";
import { readLocale } from "../../../src/page/locale.js";
import { templateFolders } from "../../../src/page/template-files.js";
import { openTemplates } from "../../../src/page/templates.js";
import { readTokens } from "../../../src/page/tokens.js";
import { numbered } from "../../support/patterns.js";

const FOLDERS = templateFolders(undefined);
const LOCALE = readLocale(FOLDERS, "en", {});
const MEASURES = measureCard(toTypography(readTokens(FOLDERS)));
const SIGNS = openTemplates(FOLDERS, LOCALE).signs("en");

const VIEW: CardView = {
  slug: "oven",
  number: 1,
  title: "Oven",
  language: "en",
  summary: null,
  groups: [],
  pageUrl: null,
  license: "",
  attribution: "",
  related: [],
};

function prose(matter: Extract["matter"], sentences: number): Extract {
  const items = Array.from({ length: sentences }, () => [
    "People who share an oven bake on the days that they agree upon.",
  ]);
  return { matter, section: "Section", form: "prose", items, total: null, leaning: [] };
}

function layOut(extracts: readonly Extract[], { view = VIEW, foot = "", code = 0, paper = "a4" as const } = {}) {
  return layOutCard({ summary: view.summary, extracts: [...extracts] }, view, {
    signs: SIGNS,
    sheet: SHEETS[paper],
    measures: MEASURES,
    code,
    foot,
  });
}

/** The fewest twips that what is set can take: a line each for head, labels and paragraphs. */
function leastHeight({ extracts, lines }: ReturnType<typeof layOut>): number {
  const { CardNumber, CardTitle, CardLabel, CardText, WritingLines } = MEASURES;
  const text = extracts.flatMap(({ items }) => items).length * (CardText.line + CardText.after);
  const label = CardLabel.before + CardLabel.line + CardLabel.after;
  return CardNumber.line + CardTitle.line + label * (extracts.length + 1) + text + lines * WritingLines.line;
}

describe("the lines for notes on a card", () => {
  it("are all of it where there is little to say", () => {
    const { lines } = layOut([]);
    const { lines: fewer } = layOut([prose("tension", 3)]);
    expect(lines).toBeGreaterThan(15);
    expect(fewer).toBeLessThan(lines);
    expect(fewer).toBeGreaterThan(3);
  });

  it("are three on a card that is full, and there is room for them", () => {
    const full = layOut([prose("tension", 40), prose("therefore", 40), prose("beware", 40)]);
    expect(full.lines).toBe(3);
    expect(full.extracts.flatMap(({ items }) => items).length).toBeLessThan(60);
    expect(leastHeight(full)).toBeLessThanOrEqual(SHEETS.a4.room);
    // Nearly all of the sheet is used.
    expect(leastHeight(full)).toBeGreaterThan(SHEETS.a4.room * 0.7);
  });

  it("give way to whatever else stands on the card", () => {
    const { lines } = layOut([]);
    const related = Array.from({ length: 3 }, (_, at) => ({
      kind: "related" as const,
      label: "Related to",
      title: "Mill",
      number: at,
      href: null,
      page: null,
      volume: null,
    }));
    for (const more of [
      { foot: "CC BY 4.0" },
      { code: 1500 },
      {
        view: { ...VIEW, summary: "A summary of the whole that is long enough to run on into two lines of the card." },
      },
      { view: { ...VIEW, related } },
      {
        view: { ...VIEW, title: "A Title That Runs On and On Until It Fills Lines ".repeat(4) },
      },
    ]) {
      expect(layOut([], more).lines, JSON.stringify(more)).toBeLessThan(lines);
    }
  });

  it("are left to by one matter that could fill all of it", () => {
    const { extracts, lines } = layOut([prose("tension", 60)]);
    const text = (extracts[0]?.items.length ?? 0) * MEASURES.CardText.line;
    expect(text).toBeLessThan(SHEETS.a4.room / 2);
    expect(lines).toBeGreaterThan(8);
  });

  it("are three even where the head of a card fills it", () => {
    const summary = "A summary that does not end where it should. ".repeat(60);
    expect(layOut([], { view: { ...VIEW, summary } }).lines).toBe(3);
  });

  it("say how many points there are where some are not shown", () => {
    const points = { ...prose("principles", 50), form: "points" as const, total: 50 };
    const few = { ...prose("principles", 2), form: "points" as const, total: 2 };
    expect(layOut([points]).extracts[0]?.of).toBe(50);
    expect(layOut([few]).extracts[0]?.of).toBeNull();
  });
});

describe("the patterns that a card names", () => {
  const [oven, mill, yeast, bread, salt] = ["oven", "mill", "yeast", "bread", "salt"].map((slug, at) =>
    numbered(at + 1, { slug }),
  );
  const all = [oven, mill, yeast, bread, salt].filter((pattern) => pattern !== undefined);
  const relation = (kind: Relation["kind"], slug: string, weight?: number): Relation => ({
    kind,
    target: `slug:${slug}`,
    stated: true,
    ...(weight === undefined ? {} : { weight }),
  });
  const named = (...relations: Relation[]): string[] => {
    const library = {
      by: [],
      groups: new Map(),
      byId: new Map(all.map((pattern) => [pattern.id, pattern])),
      relations: new Map([["slug:oven", relations]]),
    };
    const { related } = viewCard(
      library,
      all[0] ?? expect.fail(),
      { href: () => undefined },
      { config: defaultConfig(), locale: LOCALE, templates: { localeOf: () => LOCALE } },
    );
    return related.map(({ kind, title }) => `${kind} ${title}`);
  };

  it("are the three that weigh most, one without a weight last", () => {
    expect(
      named(
        relation("related", "mill", 0.1),
        relation("related", "yeast"),
        relation("related", "bread", 0.9),
        relation("related", "salt", 0.5),
      ),
    ).toEqual(["related bread", "related salt", "related mill"]);
  });

  it("are of the same weight the closest kind, of the same kind the first in the book", () => {
    expect(
      named(relation("tools", "mill", 0.5), relation("requires", "salt", 0.5), relation("enables", "bread", 0.5)),
    ).toEqual(["requires salt", "enables bread", "tools mill"]);
    expect(named(...["salt", "bread", "yeast", "mill"].map((slug) => relation("related", slug, 0.5)))).toEqual([
      "related mill",
      "related yeast",
      "related bread",
    ]);
  });

  it("are each named once, by what weighs most", () => {
    expect(
      named(relation("related", "mill", 0.2), relation("enables", "mill", 0.8), relation("related", "salt", 0.5)),
    ).toEqual(["enables mill", "related salt"]);
  });
});
