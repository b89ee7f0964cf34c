import type { Strayed } from "../pattern.js";
import type { Rule } from "./rule.js";

export const openingsHaveGroup: Rule = {
  id: "openings-have-group",
  severity: "warning",
  summary: "A text that opens a part or a chapter is the one text of a part or a chapter that the book has.",
  *check({ matter, by }) {
    for (const { source, strayed } of matter) {
      if (!strayed) continue;
      yield {
        file: source.path,
        found: describe(strayed, by),
        expected: "one text for each part or chapter, with the same value of its field as the patterns in it",
        mend: `${MENDS[strayed.why]}; until then it stands before the patterns`,
        ...(strayed.why === "taken" ? { other: { file: strayed.by } } : {}),
      };
    }
  },
};

function describe(strayed: Strayed, by: readonly string[]): string {
  switch (strayed.why) {
    case "unknown": {
      if (by.length === 0) return "a text that opens a part, in a book without parts";
      const fields = by.join(" and ");
      if (strayed.named.length === 0) return `a text that does not say what it opens: it has no value of ${fields}`;
      return `a text that opens “${strayed.named.join(" / ")}”, which is no part or chapter of the book (they are made of ${fields})`;
    }
    case "alone":
      return "a text that opens the only part of the book, which has no page of its own";
    case "taken":
      return "a second text that opens the same part or chapter";
  }
}

const MENDS: Readonly<Record<Strayed["why"], string>> = {
  unknown: "correct its field or the folder that it stands in, or read it as front (in read of book.yaml)",
  alone: "read it as front (in read of book.yaml), or order the book by a field with more values (order.by)",
  taken: "join the two texts, or read this one as front (in read of book.yaml)",
};
