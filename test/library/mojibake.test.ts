import { describe, expect, it } from "vitest";
import { observeMojibake } from "../../src/library/mojibake.js";

/** A text that was written as UTF-8 and read as Windows-1252. */
function garble(text: string): string {
  const high = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
  return [...new TextEncoder().encode(text)]
    .map((byte) => (byte >= 0x80 && byte < 0xa0 ? high[byte - 0x80] : String.fromCharCode(byte)))
    .join("");
}

describe("text that was read in another encoding", () => {
  it.each(["café", "naïve", "Ångström", "– dash", "“so”", "it’s", "wait…", "→", "≤", "\ufeffmark", "\ufffd", "🌱"])(
    "is found, and what was meant: %s",
    (text) => {
      const [word = ""] = text.split(" ");
      const [found] = observeMojibake(`plain\nand ${garble(text)}`);
      expect(found).toMatchObject({ rule: "text-is-not-mojibake", place: { line: 2, column: 5 }, detail: word });
    },
  );

  it("is told once a line", () => {
    const line = `${garble("é")} ${garble("è")}`;
    expect(observeMojibake(`${line}\n${line}`).map(({ place }) => place?.line)).toEqual([1, 2]);
  });

  it.each(["CAFÉ”", "é’—", "Ä", "Ãlvares", "â", "ï", "São Tomé", "ð"])("is not what is written so: %s", (text) => {
    expect(observeMojibake(text)).toEqual([]);
  });
});
