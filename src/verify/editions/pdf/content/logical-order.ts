const SCRIPTS = ["Hebrew", "Arabic", "Syriac", "Thaana", "Nko"].map((script) => `\\p{Script=${script}}`).join("");
const FROM_RIGHT = new RegExp(`[${SCRIPTS}]`, "u");
// From the first such letter of a line to the last that no letter of another kind parts from it.
const RUN = new RegExp(
  `[${SCRIPTS}](?:[^\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}]*[${SCRIPTS}\\p{M}])?`,
  "gu",
);
const NUMBER = /\p{N}+(?:[.,:/]\p{N}+)*/gu;

/** A line as it is seen from left to right → as it is read: what is written from the right is turned, its numbers are not. */
export function logicalOrder(line: string): string {
  if (!FROM_RIGHT.test(line)) return line;
  return line.replace(RUN, (run) => turn(run).replace(NUMBER, turn));
}

/** What several letters in one glyph are among others that are seen from left to right. */
export function visualOrder(letters: string): string {
  return letters.length > 1 && FROM_RIGHT.test(letters) ? turn(letters) : letters;
}

export function isFromRight(text: string): boolean {
  return FROM_RIGHT.test(text);
}

function turn(text: string): string {
  return [...text].reverse().join("");
}
