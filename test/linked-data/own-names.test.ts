import { expect, it } from "vitest";
import { nameFields } from "../../src/linked-data/own-fields.js";

const NAMES = [
  ["maturity", "maturity"],
  ["time to read", "time_to_read"],
  ["2nd reader", "_2nd_reader"],
  ["-draft", "_-draft"],
  ["größe", "größe"],
  ["Maturity", "Maturity_2"],
  ["maturity!", "maturity_3"],
  ["…", "_"],
  ["?!", "__2"],
] as const;

it("a field of a library is called by a name that Turtle, JSON-LD and databases take, each by its own", () => {
  const fields = NAMES.map(([name]) => ({ name, kind: "string" as const, isList: false }));
  const named = nameFields(fields, { fieldNamespace: "https://example.org/field#" });
  expect(named.map(({ name, local }) => [name, local])).toEqual(NAMES.map((pair) => [...pair]));
  for (const { local, key, iri } of named) {
    expect([key, iri]).toEqual([`field:${local}`, `https://example.org/field#${local}`]);
    // Turtle, PN_LOCAL, less than all that it takes.
    expect(local).toMatch(/^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u);
  }
});
