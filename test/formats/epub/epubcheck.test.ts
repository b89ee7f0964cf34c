import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { epub } from "../../../src/formats/epub/index.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { checkEpub, type EpubcheckMessage } from "../../support/epubcheck.js";

const folder = temporaryFolder();

/** What EPUBCheck notes of any package with fonts, and of elements that a library's own HTML may use. */
const EXPECTED = new Set(["CSS-028", "HTM-055", "HTM_055"]);

async function findFaults(name: string, source: string): Promise<EpubcheckMessage[]> {
  const out = join(folder, name);
  await buildEditions({ source, out, formats: [epub] });
  const { version, messages } = await checkEpub(join(out, "epub/patterns.epub"));
  expect(version).toBe("5.3.0");
  return messages.filter(({ id }) => !EXPECTED.has(id));
}

describe("EPUBCheck", () => {
  it("finds nothing in that of a small library", async () => {
    expect(await findFaults("small", join(ROOT, "test/fixtures/epub/library"))).toEqual([]);
  });

  it("finds nothing in one with everything that Markdown can hold", async () => {
    expect(await findFaults("everything", join(ROOT, "test/fixtures/epub/everything"))).toEqual([]);
  });

  it("finds nothing in one in four scripts, whose chapters and files have names in them", async () => {
    expect(await findFaults("scripts", join(ROOT, "test/fixtures/epub/scripts"))).toEqual([]);
  });

  it("finds nothing where raw HTML breaks the rules of HTML", async () => {
    expect(await findFaults("odd", join(ROOT, "test/fixtures/epub/odd"))).toEqual([]);
  });
});
