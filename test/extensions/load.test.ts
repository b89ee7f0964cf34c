import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadExtensions } from "../../src/extensions/load.js";
import { temporaryFolder } from "../support/editions.js";
import { refusal, writeFiles } from "../support/extensions.js";

const place = temporaryFolder();
const folder = join(place, "library");
const rule = (more: string): string =>
  `export default { rules: [{ id: "words-are-kind", severity: "info", summary: "They are.", ${more} }] };`;

beforeAll(() => {
  writeFiles(place, {
    "beside.mjs": "export default {};",
    "library/a.mjs": rule("*check() {}"),
    "library/again.mjs": rule("*check() {}"),
    "library/patterns/deep.js": "export default {};",
    "library/package.json": '{ "type": "module" }',
    "library/words.txt": "words",
  });
  symlinkSync(join(place, "beside.mjs"), join(folder, "out.mjs"));
  symlinkSync(place, join(folder, "up"));
  symlinkSync(join(folder, "a.mjs"), join(folder, "in.mjs"));
});

describe("an extension is loaded from the folder of the configuration alone", () => {
  it.each([
    ["a path that climbs", "../beside.mjs", "found a path with .. in it"],
    ["one that climbs and comes back", "patterns/../a.mjs", "found a path with .. in it"],
    ["an absolute path", join(folder, "a.mjs"), "found an absolute address"],
    ["an address", `file://${folder}/a.mjs`, "found an absolute address"],
    ["a module of node", "node:fs", "found an absolute address"],
    ["code as an address", "data:text/javascript,export default {}", "found an absolute address"],
    ["a link to a file that lies elsewhere", "./out.mjs", "found a link that leads out of the folder"],
    ["a link to a folder that lies elsewhere", "./up/beside.mjs", "found a link that leads out of the folder"],
    ["what is not there", "./none.mjs", "found no such file"],
    ["a package", "some-package", "found no such file"],
    ["a folder", "./patterns", "found a folder"],
    ["the folder itself", ".", "found a link that leads out of the folder"],
    ["what is no module", "./words.txt", "found no module of JavaScript"],
  ])("not %s", async (_, written, told) => {
    expect(await refusal(folder, written)).toContain(told);
  });

  it.each(["./a.mjs", "a.mjs", "./in.mjs", "./patterns/deep.js"])("%s is", async (written) => {
    const { modules } = await loadExtensions(folder, [written]);
    expect(modules).toHaveLength(1);
  });
});

describe("a mistake in an extension is told with what was found and what is expected", () => {
  it.each([
    ["no export", "const a = 1;", "found no export; expected export default { … }"],
    ["other exports", "export const rules = [];", "found only the exports rules; expected export default"],
    ["a function", "export default () => ({});", "the default export: found a function; expected { "],
    ["an unknown key", "export default { rule: [] };", "found “rule”; expected “rules”, if that is meant"],
    ["a key like nothing", "export default { songs: [] };", "found “songs”; expected only rules"],
    ["rules by their names", "export default { rules: {} };", "rules: found an object; expected a list of rules"],
    [
      "a level that is none",
      rule("severity: 'grave'"),
      "rules.0.severity: found “grave”; expected error, warning or info",
    ],
    ["an id that is none", rule("id: 'Kind words'"), "rules.0.id: found “Kind words”; expected an id"],
    ["an id of ours", rule("id: 'title-is-plain'"), "rules.0.id: found “title-is-plain”, the id of a rule of ours"],
    [
      "a check that is none",
      rule("check: []"),
      "rules.0.check: found a list; expected a function that takes the library",
    ],
    ["a misspelt key", rule("chek() {}"), "rules.0: found “chek”; expected “check”, if that is meant"],
    [
      "a plugin that is none",
      "export default { remark: ['gfm'] };",
      "remark.0: found “gfm”; expected a plugin of unified",
    ],
    [
      "no list of plugins",
      "export default { rehype: () => {} };",
      "rehype: found a function; expected a list of plugins",
    ],
    [
      "an error",
      "\n\nthrow new TypeError('no luck');",
      "a module that cannot be run (TypeError: no luck at ./WRONG:3)",
    ],
    ["a package that is nowhere", "import 'not-there-at-all';", "Cannot find package 'not-there-at-all'"],
    ["an import that is not there", "import './gone.mjs';", "the import of ./gone.mjs, which is not there"],
    ["an import from elsewhere", "import '../beside.mjs';", "../beside.mjs, which lies outside of the folder"],
    ["an import through a link", "import './up/beside.mjs';", "which lies outside of the folder"],
    [
      "an import by an absolute path",
      "import '/etc/passwd';",
      "found the import of /etc/passwd; expected a file beside it",
    ],
    ["an import from the web", "import 'https://example.org/a.mjs';", "expected a file beside it"],
    ["an import nobody foresees", "await import('./' + 'a.mjs');", "known only at run time"],
    ["CommonJS", "import './old.cjs';", "./old.cjs: found a CommonJS module"],
  ])("%s", async (name, text, told) => {
    const file = `wrong-${name.replaceAll(" ", "-")}.mjs`;
    writeFiles(folder, { [file]: text, "old.cjs": "module.exports = {};" });
    const message = (await refusal(folder, file)) ?? "";
    expect(message).toContain(told.replace("WRONG", file));
    expect(message).not.toContain(folder);
    expect(message).not.toMatch(/\n\s+at /);
  });

  it("two rules of one id are not both kept", async () => {
    expect(await refusal(folder, "a.mjs", "again.mjs")).toContain("“words-are-kind”, the id of a rule of ./a.mjs");
  });
});

describe("the hash of an extension", () => {
  const hashOf = async (root: string): Promise<string | undefined> =>
    (await loadExtensions(root, ["a.mjs"])).modules[0]?.sha256;

  function library(): string {
    const root = join(temporaryFolder(), "book");
    writeFiles(root, {
      "a.mjs": `import { b } from "./parts/b.mjs"; import pack from "pack"; const d = new URL("./d.json", import.meta.url); ${rule("")}`,
      "parts/b.mjs": 'export const b = () => import("../c.mjs");',
      "c.mjs": "export const c = 1;",
      "d.json": "{}",
      "unused.mjs": "export {};",
      "node_modules/pack/package.json":
        '{ "version": "1.0.0", "type": "module", "main": "m.js", "dependencies": { "deep": "1" } }',
      "node_modules/pack/m.js": "export default 1;",
      "node_modules/deep/package.json": '{ "version": "1.0.0" }',
      "node_modules/deep/index.js": "module.exports = 1;",
    });
    return root;
  }

  const [one, two] = [library(), library()];

  it("is the same wherever the library lies", async () => {
    expect(await hashOf(one)).toMatch(/^[\da-f]{64}$/);
    expect(await hashOf(one)).toBe(await hashOf(two));
  });

  it.each(["a.mjs", "parts/b.mjs", "c.mjs", "d.json", "node_modules/pack/m.js", "node_modules/deep/index.js"])(
    "changes with %s",
    async (path) => {
      const before = await hashOf(two);
      writeFileSync(join(two, path), "// more\n", { flag: "a" });
      expect(await hashOf(two)).not.toBe(before);
    },
  );

  it("does not change with what it does not import", async () => {
    writeFiles(one, { "unused.mjs": "export const more = 1;", "patterns/a.md": "Words." });
    mkdirSync(join(one, "node_modules/other"));
    expect(await hashOf(one)).toBe((await loadExtensions(one, ["./a.mjs"])).modules[0]?.sha256);
  });
});
