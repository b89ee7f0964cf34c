import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fromXml } from "xast-util-from-xml";
import type { Basis } from "../../../src/formats/dataset/basis.js";
import type { DatasetEntry } from "../../../src/formats/dataset/serialization.js";
import { graphGraphml } from "../../../src/formats/dataset/serializations/graph-graphml.js";
import { temporaryFolder } from "../../support/editions.js";

it("has no character that XML 1.0 forbids, whatever a title holds, and keeps all others", async () => {
  const path = join(temporaryFolder(), "graph.graphml");
  const library = { by: [], groups: new Map(), patterns: [{ id: "oven" }] };
  const title = "The\u0001 \u000bold\u0085 \ud800oven\ufffe <&> “\u{1f956}”\tof\nMill";
  const record = { id: "oven", slug: "oven", iri: "https://bakers.example/oven", number: 1, title, words: 2 };
  const setting = { title, library } as unknown as Basis["setting"]; // all that is asked of it here
  const file = await graphGraphml.open(path, { setting } as Basis); // so is this
  const entry = { record: { ...record, alignment: null, relations: [] }, pattern: { id: "oven" } };
  await file.add(entry as unknown as DatasetEntry); // and this
  await file.close();
  const written = await readFile(path, "utf8");
  expect(written.match(/[^\P{Cc}\t\n\r]|\p{Cs}|\p{NChar}/gu)).toBeNull();
  expect(() => fromXml(written)).not.toThrow();
  const kept = "The old oven &lt;&amp;&gt; “\u{1f956}”\tof\nMill";
  expect(written).toContain(`<desc>${kept}</desc>`);
  expect(written).toContain(`<data key="n_label">${kept}</data>`);
});
