import { describe, expect, test } from "vitest";
import { guessLanguage, namesIn } from "../../src/library/body/roles.js";
import { parseSource } from "../../src/library/parse-file.js";
import type { Pattern } from "../../src/library/pattern.js";
import { EMPTY_RULE, type ReadingRule } from "../../src/library/reading/rule.js";

function read(text: string, rule: Partial<ReadingRule> = {}): Pattern {
  const bytes = new TextEncoder().encode(text);
  return parseSource(bytes, { path: "kiln.md", key: "", rule: { ...EMPTY_RULE, ...rule } }).pattern;
}

/** Sections of these names, as files have them. */
function sections(...names: string[]): string {
  return names.map((name) => `## ${name}\n\nIt burns.\n`).join("\n");
}

function rolesIn(language: string | undefined, names: string[], rule: Partial<ReadingRule> = {}): string[] {
  const front = language === undefined ? "" : `---\ntitle: Kiln\nlanguage: ${language}\n---\n\n`;
  return read(`${front}${sections(...names)}`, rule).body.sections.map(({ role }) => role);
}

describe("what a section is for", () => {
  test("is told by the names of the language of its file, and by those of English", () => {
    const names = ["Comment", "Résumé", "Resulting Context", "Solution"];
    expect(rolesIn("fr", names)).toEqual(["implementation", "overview", "consequences", "solution"]);
    expect(rolesIn("en", names)).toEqual(["other", "other", "consequences", "solution"]);
    expect(rolesIn("fi", names)).toEqual(["other", "other", "consequences", "solution"]);
    expect(rolesIn("French", ["Comment"])).toEqual(["implementation"]);
  });

  test.each([
    ["it", ["Contesto", "Soluzione", "Perché", "Vedi anche"]],
    ["pt-BR", ["Contexto", "Solução", "Por quê", "Padrões relacionados"]],
    ["nl", ["Context", "Oplossing", "Waarom", "Zie ook"]],
    ["pl", ["Kontekst", "Rozwiązanie", "Dlaczego", "Zobacz też"]],
    ["ar", ["السياق", "الحل", "لماذا", "انظر أيضًا"]],
    ["de", ["Kontext", "Lösung", "Warum", "Siehe auch"]],
    ["es", ["Contexto", "Solución", "Por qué", "Véase también"]],
  ])("is known in %s", (language, names) => {
    expect(rolesIn(language, names)).toEqual(["context", "solution", "rationale", "related-patterns"]);
  });

  test("is told by the names of the library first, then by those of the language that its rule states", () => {
    const rule = { fields: { language: "= fr" }, roles: { pitfalls: ["Comment"] } };
    expect(rolesIn(undefined, ["Comment", "Pourquoi"], rule)).toEqual(["pitfalls", "rationale"]);
  });
});

describe("a file that states no language", () => {
  test("is in that of the book, unless most of its sections have the names of another", () => {
    expect(rolesIn(undefined, ["Problem", "Comment"])).toEqual(["problem", "other"]);
    expect(rolesIn(undefined, ["Comment", "Marginalia"])).toEqual(["other", "other"]);
    expect(rolesIn(undefined, ["Comment", "Marginalia"], { unstated: "fr" })).toEqual(["implementation", "other"]);
    expect(rolesIn(undefined, ["Patlet", "Problema", "Contexto", "Fuerzas", "Impacto"])).toContain("forces");
  });

  test("is not taken for one in another language by words that two share", () => {
    expect(guessLanguage(["Introduction", "Solution", "Comment", "Sources"], "en")).toBe("en");
    expect(guessLanguage(["Problem", "Kontext", "Lösung"], "en")).toBe("de");
    expect(guessLanguage(["Problem", "Context", "Solution"], "de")).toBe("de");
    expect(guessLanguage(["Problema", "Contexto", "Solução", "Referências"], "en")).toBe("pt");
    expect(guessLanguage(["Problema", "Contexto", "Solución", "Referencias"], "pt")).toBe("es");
    expect(guessLanguage([], "en")).toBe("en");
  });
});

test("a name of a section is a title where the file is in another language", () => {
  const text = (language: string): string =>
    `---\nlanguage: ${language}\n---\n\n# Hoe\n\nA tool.\n\n# More\n\nIt digs.\n`;
  expect(read(text("en")).title).toBe("Hoe");
  expect(read(text("nl")).title).not.toBe("Hoe");
  expect(namesIn("nl").isName("Hoe")).toBe(true);
});

test("references are found by the names of the file's language", () => {
  const cites = "## Problem\n\nIt burns.[1] Hot.\n\n## Quellen\n\n[1] Someone: On fire.\n";
  const tied = (language: string): boolean => {
    const bytes = new TextEncoder().encode(`---\nlanguage: ${language}\n---\n\n${cites}`);
    return JSON.stringify(parseSource(bytes, { path: "kiln.md", key: "" }).body.tree).includes("kiln--ref-1");
  };
  expect([tied("de"), tied("en")]).toEqual([true, false]);
});
