import { describe, expect, it } from "vitest";
import { authorsOf } from "../../src/page/matter/term-index/authors.js";
import { listedName, readName } from "../../src/page/matter/term-index/people.js";

/** Bodies in square brackets. */
function listed(source: string): string {
  return authorsOf(source)
    .map((author) => (typeof author === "string" ? `[${author}]` : listedName(author)))
    .join("; ");
}

describe("the authors of a source", () => {
  it.each([
    ["Ostrom (1990), Governing the Commons", "Ostrom"],
    ["Elinor Ostrom (1990), Governing the Commons", "Ostrom, Elinor"],
    ["Cox, Arnold and Villamayor Tomás (2010), A Review", "Cox; Arnold; Villamayor Tomás"],
    ["Belli (ed.) (2017), Community Networks", "Belli"],
    ["Steinmacher et al. (2015), A Review", "Steinmacher"],
    ["Lave, J., & Wenger, E. (1991). Situated Learning", "Lave, J.; Wenger, E."],
    ["Meadows, Donella, and Diana Wright (2008), Thinking", "Meadows, Donella; Wright, Diana"],
    ["Meadows, Donella (2008). Thinking", "Meadows, Donella"],
    ["D. H. Meadows und J. Randers (1972), Grenzen", "Meadows, D. H.; Randers, J."],
    ["World Bank (2010), A Report", "[World Bank]"],
    ["OECD & Universidad de Sevilla (2010), Informe", "[OECD]; [Universidad de Sevilla]"],
    ["King, M. L., Jr. (1963). Letter", "King, M. L."],
    ["Commons Theory", ""],
    ["J. (1990)", ""],
  ])("are told from %s", (source, authors) => {
    expect(listed(source)).toBe(authors);
  });
});

describe("a name", () => {
  it.each([
    ["Carl Jung", "Jung, Carl"],
    ["Bessel van der Kolk", "van der Kolk, Bessel"],
    ["Aristotle", "Aristotle"],
    ["Transition Network", undefined],
    ["Council of Elders", undefined],
    ["IPCC", undefined],
  ])("is that of a person or of none: %s", (name, filed) => {
    const person = readName(name);
    expect(person && listedName(person)).toBe(filed);
  });
});
