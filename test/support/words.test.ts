import { describe, expect, it } from "vitest";
import { dehyphenate, missingAtAll, missingInOrder, wordsOf } from "./words.js";

describe("wordsOf", () => {
  it("gives the words without punctuation, with their capitals", () => {
    expect(wordsOf("“Who,” she asked, “owns the Slipway?”")).toEqual(["Who", "she", "asked", "owns", "the", "Slipway"]);
  });

  it("takes straight and curly quotes, hyphens and dashes for the same", () => {
    const straight = wordsOf("it's semi-permeable -- 394-419, and so...");
    expect(wordsOf("it’s semi‐permeable – 394–419, and so…")).toEqual(straight);
    expect(straight).toEqual(["its", "semipermeable", "394419", "and", "so"]);
  });

  it("removes soft hyphens and takes ligatures apart", () => {
    expect(wordsOf("gover\u00adnance of ﬁsheries")).toEqual(["governance", "of", "fisheries"]);
  });
});

describe("dehyphenate", () => {
  it("joins a word parted at the end of a line or of a page", () => {
    expect(wordsOf(dehyphenate("the gover-\nnance of commu-\n\f nities"))).toEqual([
      "the",
      "governance",
      "of",
      "communities",
    ]);
    expect(dehyphenate("com\u00ad\nmu\u00ad\n-\nnity")).toBe("com-mu-nity");
  });

  it("joins an address that is broken before its hyphen", () => {
    expect(dehyphenate("people.example/open\n-books and\n- a list")).toBe("people.example/open-books and\n- a list");
  });

  it("leaves a dash between words alone", () => {
    expect(wordsOf(dehyphenate("a gate –\nwith a key"))).toEqual(["a", "gate", "with", "a", "key"]);
  });
});

describe("missingInOrder", () => {
  const text = wordsOf("Draw both lines plainly and build a gate that people can use");

  it("finds nothing missing where there is only more", () => {
    expect(missingInOrder(text, wordsOf(`Page 3 ${text.join(" Clear ")} end`))).toEqual([]);
  });

  it("shows a missing run among its neighbours", () => {
    const cut = wordsOf("Draw both lines and build a gate use");
    expect(missingInOrder(text, cut)).toEqual([
      "Draw both lines [plainly] and build a gate that people",
      "lines plainly and build a gate [that people can] use",
    ]);
  });

  it("reports one word out of order, not all that follow it", () => {
    const [first = "", ...rest] = text;
    expect(missingInOrder(text, [...rest, first])).toEqual(["[Draw] both lines plainly and build a"]);
  });

  it("finds what is missing among ten thousand words of a small vocabulary", () => {
    const words = Array.from({ length: 10_000 }, (_, at) => `w${(at * at) % 997}`);
    const damaged = words.filter((_, at) => at % 1000 !== 500);
    expect(missingInOrder(words, damaged)).toHaveLength(10);
  });
});

describe("missingAtAll", () => {
  it("counts words and leaves their order aside", () => {
    expect(missingAtAll(["a", "b", "a", "c"], ["c", "a", "b"])).toEqual(["a"]);
  });
});
