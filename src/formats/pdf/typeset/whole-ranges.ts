import type { ElementContent } from "hast";

// “404–417”, “(1-5)”: longer ones, such as telephone numbers, have to break in a narrow column.
const RANGE = /((?<![\d–-])[([]?\d{1,4}[–-]\d{1,4}(?![\d–-])[)\]]?)/;

/** Parts a text at its ranges of numbers, which a line does not break; undefined where it has none. */
export function wrapRanges(text: string): ElementContent[] | undefined {
  const pieces = text.split(RANGE);
  if (pieces.length === 1) return undefined;
  return pieces.flatMap((value, at): ElementContent[] => {
    const plain = { type: "text", value } as const;
    if (at % 2 === 0) return value === "" ? [] : [plain];
    return [{ type: "element", tagName: "span", properties: { className: ["range"] }, children: [plain] }];
  });
}
