import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { parseConfig } from "../../../src/config/read-config.js";
import { pdf } from "../../../src/formats/pdf/index.js";
import { buildEditions, temporaryFolder } from "../../support/editions.js";
import { pageTexts, pdfFonts } from "../../support/poppler.js";

const run = promisify(execFile);
const folder = temporaryFolder();

const UNKNOWN = Array.from({ length: 5 }, (_, at) => `pat_01kj90301kqxqy5z18n27k000${at}`);

const CONFIG = `
book:
  slug: riego
  title: La acequia
  language: es
  series: { name: Cuadernos de riego, position: 3 }
pdf: { cover: false, press: false }
`;

function pattern(id: number, slug: string, title: string, fields: string, body: string): string {
  return `---
id: pat_01kj90301kqxqy5z18n27jz${String(id).padStart(3, "0")}
slug: ${slug}
title: ${title}
contributors: [{ name: Irene Sala, role: translator }]
${fields}
---

# 1. Visión general

${body}
`;
}

const FILES: Record<string, string> = {
  "caja.md": pattern(
    1,
    "caja",
    "La caja de la acequia",
    `tags: { universality: universal, domain: finance, origin: [irrigation, Valle de Sot], status: in-review, commons_alignment: 4 }
related: [${UNKNOWN.join(", ")}, huerto-perdido]`,
    'Se guarda "un poco" cada jueves [1]: $$\\frac{a}{b}$$. En China, 水利; y una gota 💧.\n\n# 2. Referencias\n\n[1] Sala, Irene. *Cajas*. 2001.',
  ),
  "nandu.md": pattern(
    2,
    "nandu",
    "Ñandú guardián",
    `tags: { universality: universal, domain: water, origin: [mutual-aid], status: a-prueba }
related: [${UNKNOWN.slice(0, 2).join(", ")}]`,
    "Alguien vigila la compuerta.",
  ),
  "rota.md": "---\ntitle: {\n---\n",
};

describe("a book in Spanish", () => {
  const file = join(folder, "out/book/riego.pdf");
  let text: string;

  beforeAll(async () => {
    const library = join(folder, "library");
    mkdirSync(library);
    for (const [name, content] of Object.entries(FILES)) writeFileSync(join(library, name), content);
    const config = parseConfig(CONFIG, join(folder, "book.yaml"));
    await buildEditions({ source: library, out: join(folder, "out"), formats: [pdf], config });
    text = (await pageTexts(file))
      .join("\n")
      .replace(/\u00ad/g, "")
      .replace(/\s+/g, " ");
  });

  test("says in Spanish what was left out and why", () => {
    expect(text).toContain("rota.md: una cabecera de datos que no es YAML válido (línea 2)");
    expect(text).not.toMatch(/expected|front matter/);
  });

  test("has words for domains, origins, states and roles; others are made readable", () => {
    for (const words of [
      "Origen Regadío; Valle de Sot",
      "Origen Ayuda mutua",
      "Estado En revisión",
      "Estado A prueba",
      "Irene Sala (traducción)",
      "Cuadernos de riego, volumen 3",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/in-review|mutual-aid|irrigation|finance|Water/);
  });

  test("heads its index by the Spanish alphabet, an article behind", () => {
    const index = text.slice(text.lastIndexOf("Índice analítico"));
    expect(index).toContain("Caja de la acequia, La, 4");
    expect(index).toMatch(/ Ñ .*Ñandú guardián, 2/);
  });

  test("counts identifiers of patterns that are not there where there are several, and its data names each", async () => {
    expect(text).toContain(
      "Fuera de esta biblioteca huerto-perdido; 5 patrones de los que solo se conoce el identificador",
    );
    expect(text).toContain(`Fuera de esta biblioteca ${UNKNOWN[0]}; ${UNKNOWN[1]}`);
    expect(text).not.toContain(UNKNOWN[4]);
    await run("pdfdetach", ["-saveall", "-o", folder, file]);
    const { stdout } = await run("grep", ["-c", UNKNOWN[4] ?? "", join(folder, "riego.jsonld")]);
    expect(Number(stdout)).toBeGreaterThan(0);
  });

  test("names in its colophon every face that it is set in, no other, and their licence", async () => {
    const colophon = / Colofón .*$/.exec(text.slice(text.lastIndexOf("El texto de este libro está") - 20))?.[0] ?? "";
    const embedded = (await pdfFonts(file)).map(({ name }) =>
      name.replace(/^\w+\+/, "").replace(/-.*|Extra.*|Thin.*/, ""),
    );
    const named = [
      "Source Serif 4",
      "Source Sans 3",
      "Source Code Pro",
      "STIX Two Math",
      "Noto Sans Symbols 2",
      "Noto Sans SC",
      "Noto Emoji",
    ].filter((family) => colophon.includes(family));
    expect(named.map((family) => family.replaceAll(" ", "")).sort()).toEqual([...new Set(embedded)].sort());
    expect(colophon).toContain("Licencia de estas fuentes: SIL Open Font License 1.1.");
    expect(colophon).not.toMatch(/Naskh|Hebrew|Noto Serif/);
  });
});
