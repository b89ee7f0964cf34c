import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { listExclusions } from "../../src/library/exclusions.js";
import type { Library } from "../../src/library/library.js";
import { readLocale } from "../../src/page/locale.js";
import { viewLeftOut } from "../../src/page/matter/left-out.js";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { readFolder } from "../support/library.js";

const folder = temporaryFolder();
const TEMPLATES = [join(ROOT, "templates")];

const FILES: Record<string, string | Uint8Array> = {
  "aliases.md": `---\n${bomb()}\n---\n`,
  "broken.md": "---\nslug: broken\ntitle: {\n---\n",
  "code.md": "---js\nmodule.exports = {}\n---\n",
  "empty.md": "",
  "encoding.md": new Uint8Array([0x41, 0xff, 0xfe]),
  "fields.md": "---\n[just words]\n---\n",
  "large.md": `---\nslug: large\ntitle: Large\n---\n\n${"Words. ".repeat(2000)}`,
  "nested.md": `---\nslug: nested\ntitle: Nested\n---\n\n${">".repeat(90)} deep\n`,
  "nul.md": "---\nslug: nul\ntitle: Nul\n---\n\nBefore\0after.\n",
  "open.md": "---\nslug: open\ntitle: Open\n",
  "reserved.md": "---\nslug: reserved\nconstructor: 1\n---\n",
  "twice.md": "---\nslug: twice\nslug: again\n---\n",
  "twin-one.md": "---\nid: pat_01kj90301kqxqy5z18n27jwr7c\nslug: twin\ntitle: Twin\n---\n\nWords.\n",
  "twin-slug.md": "---\nslug: twin\ntitle: Twin\n---\n\nWords.\n",
  "twin-two.md": "---\nid: pat_01kj90301kqxqy5z18n27jwr7c\nslug: twin-two\ntitle: Twin\n---\n\nWords.\n",
};

function bomb(): string {
  const levels = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
  for (const [name, last] of ["ba", "cb", "dc"]) levels.push(`${name}: &${name} [${`*${last}, `.repeat(9)}*${last}]`);
  return levels.join("\n");
}

describe("why a file was left out", () => {
  let library: Library;

  beforeAll(async () => {
    const source = join(folder, "library");
    await mkdir(source);
    for (const [name, content] of Object.entries(FILES)) await writeFile(join(source, name), content);
    await symlink("/etc/hostname", join(source, "linked.md"));
    library = await readFolder(source, { store: join(folder, "store"), maxBytes: 10_000 });
  });

  it("is said in Spanish, with the line and the words of the file", () => {
    expect(reasons(library, "es")).toEqual({
      "aliases.md": "alias de YAML que se expanden más de 100 veces",
      "broken.md": "una cabecera de datos que no es YAML válido (línea 3)",
      "code.md": "una cabecera de datos en un lenguaje distinto de YAML: «---js»",
      "empty.md": "un archivo vacío",
      "encoding.md": "no está en UTF-8",
      "fields.md": "«just words» en lugar de campos (línea 2)",
      "large.md": "ocupa 0,014 MB, y el máximo es 0,01 MB",
      "linked.md": "un enlace a otro lugar; los enlaces no se siguen",
      "nested.md": "listas o citas anidadas a más de 60 niveles (línea 6)",
      "nul.md": "un carácter NUL en la línea 6",
      "open.md": "una cabecera de datos que empieza en la línea 1 y no acaba",
      "reserved.md": "un campo con el nombre reservado «constructor» (línea 3)",
      "twice.md": "el campo «slug» por segunda vez (línea 3)",
      "twin-slug.md": "su nombre corto twin es el de twin-one.md",
      "twin-two.md": "su identificador pat_01kj90301kqxqy5z18n27jwr7c es el de twin-one.md",
    });
  });

  it("is said in German and English of the same files, and nothing is left to fill in", () => {
    const spanish = Object.values(reasons(library, "es"));
    for (const language of ["de", "en"]) {
      const said = reasons(library, language);
      expect(Object.keys(said)).toEqual(listExclusions(library).map(({ source }) => source));
      for (const reason of Object.values(said)) {
        expect(reason).not.toMatch(/[{}]/);
        expect(spanish).not.toContain(reason);
      }
    }
    expect(reasons(library, "de")["large.md"]).toBe("0,014 MB lang; höchstens 0,01 MB sind zulässig");
  });
});

function reasons(library: Library, language: string): Record<string, string> {
  const locale = readLocale(TEMPLATES, language, {});
  return Object.fromEntries(viewLeftOut(library, locale).map(({ source, reason }) => [source, reason]));
}
