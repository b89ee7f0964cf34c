import { join } from "node:path";
import { standings } from "../../library/matter.js";
import { toJson } from "../../linked-data/serialize.js";
import { atMost } from "../../threads/at-most.js";
import { setPattern } from "../pattern-fault.js";
import type { Basis } from "./basis.js";
import { describeRecord } from "./describe-record.js";
import { openTextFile } from "./text-file.js";

/** Where the texts of a book are, a record a line. */
const TEXTS = "texts.jsonl.gz";

/**
 * Writes the texts of the book that are no patterns, in its order, with all that their files say: where each stands, `front`,
 * `back`, `part` or `chapter`, and of the last two which; what is left is as in the record of a pattern. No file where there
 * are none.
 */
export async function writeTexts(folder: string, { library, setting, seconds }: Basis): Promise<void> {
  const places = standings(library);
  if (places.size === 0) return;
  const file = await openTextFile(join(folder, TEXTS));
  for (const [id, standing] of places) {
    const text = library.texts.byId.get(id);
    if (!text) continue;
    await setPattern(text, "jsonld", async () => {
      const body = await library.body(text);
      const record = atMost(seconds, () => describeRecord({ ...text, number: 0 }, body, setting));
      // It has no place among the patterns: no address as a concept, no number.
      const { iri: _, number: __, ...rest } = record;
      const place =
        typeof standing === "string"
          ? { as: standing, opens: null }
          : { as: standing.chapter ? "chapter" : "part", opens: (standing.chapter ?? standing.part).key };
      await file.write(`${toJson({ ...place, ...rest })}\n`);
    });
  }
  await file.close();
}
