import { z } from "zod";
import { address } from "../../book/address.js";

const SIZE = /^(\d+(?:\.\d+)?) ?MB$/;

/** The bytes of a size as the configuration writes it: `20 MB`. */
export function readBytes(size: string): number {
  return Number(SIZE.exec(size)?.[1] ?? 0) * 1_000_000;
}

// A cover, faces and a pattern or two take as much.
const SMALLEST = 1_000_000;

const EXPECTED = "expected part, volume, a size of 1 MB or more (20 MB), auto, or false";

/** What the configuration says of the e-book. */
export const epubSettings = z.strictObject({
  /**
   * One book (`false`), one for each part or each volume of the printed book, or volumes of so many megabytes at most;
   * `auto`: one, but volumes where one would be above 25 MB or have more than 1,000 patterns.
   */
  split: z
    .union(
      [
        z.literal(false),
        z.enum(["auto", "part", "volume"]),
        z
          .string()
          .regex(SIZE, EXPECTED)
          .refine((size) => readBytes(size) >= SMALLEST, EXPECTED),
      ],
      { error: EXPECTED },
    )
    .default("auto"),
  /** What the publisher vouches for (EPUB Accessibility 1.1, 4.4); claimed nowhere unless it stands here. */
  accessibility: z
    .strictObject({
      conformsTo: z.string().optional(),
      certifiedBy: z.string().optional(),
      credential: z.string().optional(),
      report: address.optional(),
    })
    .default({}),
});
