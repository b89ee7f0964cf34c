import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Element } from "hast";
import { describe, expect, it } from "vitest";
import type { Library } from "../../src/library/library.js";
import { resolveLink } from "../../src/library/links/resolve.js";
import { parseSource } from "../../src/library/parse-file.js";
import { check } from "../../src/library/rules/index.js";
import { visit } from "../../src/trees/visit.js";
import { temporaryFolder } from "../support/editions.js";
import { readFolder } from "../support/library.js";

/** The links and pictures of a text: what they lead to, and the words or the size. */
function read(text: string): (readonly [string, string])[] {
  const source = `---\ntitle: Any\n---\n\n## Part\n\n${text}\n`;
  const { body } = parseSource(new TextEncoder().encode(source), { path: "any.md", key: "" });
  const found: (readonly [string, string])[] = [];
  visit(body.tree, "element", ({ tagName, properties, children }: Element) => {
    const [child] = children;
    const { href, src, alt, width, height } = properties;
    if (tagName === "a") found.push([String(href), child?.type === "text" ? child.value : ""]);
    if (tagName === "img")
      found.push([`!${src}`, [alt, width, height].filter((value) => value !== undefined).join(" ")]);
  });
  return found;
}

describe("a wikilink", () => {
  it.each([
    ["[[Fair rota]]", "[[Fair rota]]", "Fair rota"],
    ["[[fair-rota|the rota]]", "[[fair-rota]]", "the rota"],
    ["[[fair-rota#Who *turns*|turns]]", "[[fair-rota#Who *turns*]]", "turns"],
    ["[[fair-rota#Turns]]", "[[fair-rota#Turns]]", "fair-rota > Turns"],
    ["[[Title: with a colon]]", "[[Title: with a colon]]", "Title: with a colon"],
    ["![[Fair rota]]", "[[Fair rota]]", "Fair rota"],
    ["**[[Fair rota]]**:", "[[Fair rota]]", "Fair rota"],
    ["[[Fair rota]](see there)", "[[Fair rota]]", "Fair rota"],
    ["[[#Part]]", "#any--part", "Part"],
    ["| a |\n|---|\n| [[fair-rota\\|the rota]] |", "[[fair-rota]]", "the rota"],
    ["| a | b |\n|---|---|\n| [[fair-rota|the rota]] | c |", "[[fair-rota]]", "the rota"],
    ["![[map.png]]", "![[map.png]]", ""],
    ["![[map.PNG|200]]", "![[map.PNG]]", " 200"],
    ["![[map.png|a map|200x80]]", "![[map.png]]", "a map 200 80"],
    ["![[rooms/map.svg|a map]]", "![[rooms/map.svg]]", "a map"],
  ])("%s is read", (text, target, words) => {
    expect(read(text)).toEqual([[target, words]]);
  });

  it.each([
    ["`[[Fair rota]]`", []],
    ["```\n[[Fair rota]]\n```", []],
    ["\\[\\[Fair rota]]", []],
    ["[[1]] and [[^1]] and [[toc]] and [[]] and [[ ]]", []],
    ["[[over\nlines]]", []],
    ["[[1]](https://example.org/one)", [["https://example.org/one", "[1]"]]],
    ["[[x]](y)", [["y", "[x]"]]],
    ['[[x]](<a b> "title")', [["a%20b", "[x]"]]],
    [
      "[[x]][r] [[r]]\n\n[r]: https://example.org/r",
      [
        ["https://example.org/r", "[x]"],
        ["https://example.org/r", "r"],
      ],
    ],
    ["[see [[Fair rota]] here](https://example.org/b)", [["https://example.org/b", "see "]]],
  ])("is not seen in %s", (text, links) => {
    expect(read(text)).toEqual(links);
  });
});

describe("a link that Jekyll would address", () => {
  it.each([
    ["[a]({% link _tools/big_hand_saw.md %})", "/_tools/big_hand_saw.md"],
    ["[a]({%- link tools/saw.md -%}#teeth)", "/tools/saw.md#teeth"],
    ["[a]({{ site.baseurl }}/tools/saw/)", "/tools/saw/"],
    ["[a]({{ '/tools/saw/' | relative_url }}) and", "/tools/saw/"],
  ])("%s leads from the root of the site", (text, target) => {
    expect(read(`Before, ${text}`)).toEqual([[target, "a"]]);
  });

  it("stays as it is in code, and its words keep their place in the file", () => {
    expect(read("`[a]({% link b.md %})`")).toEqual([]);
    const source = "---\ntitle: Any\n---\n\nOver\nlines [a]({% link b.md %}) [c]({% link d.md %}).\n";
    const { pattern } = parseSource(new TextEncoder().encode(source), {
      path: "a.md",
      key: "",
    });
    expect(pattern.body.links.map(({ place }) => place)).toEqual([
      { line: 6, column: 7 },
      { line: 6, column: 28 },
    ]);
  });
});

const FILES: Record<string, string> = {
  "start.md":
    "---\ntitle: Start\nrelated: ['[[Fair rota]]', '[[the wheel|turning]]', '[[No such page]]']\n---\n\n" +
    "## Links\n\n[[fair-rota]] [[FAIR ROTA]] [[The wheel]] [[turn-taking]] [[rooms/well]] [[well]] [[No such page]] " +
    "[[fair-rota#who turns]] [[fair-rota#Nobody]] [[rooms]] [[plan.pdf]]\n\n![[map.png|a map]] ![[gone.png|a gap]]\n",
  "practices/fair-rota.md":
    "---\ntitle: Fair rota\nslug: turn-taking\naliases: [The wheel]\n---\n\n## Who turns?\n\nAll. [[well]] [[start]]\n",
  "practices/well.md": "---\ntitle: Well of words\n---\n\n## Deep\n\nWords.\n",
  "rooms/well.md": "---\ntitle: Well of water\n---\n\n## Deep\n\nWater, [[well]].\n",
  "rooms/index.md": "---\ntitle: The rooms of a house\n---\n\n## All\n\nRooms.\n",
  "rooms/plan.pdf": "",
  "rooms/pictures/Map.png": "",
};

function write(): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe("a page is found", async () => {
  const library = await readFolder(write(), { store: temporaryFolder() });
  const targets = (path: string): string[] => {
    const pattern = library.patterns.find(({ source }) => source.path === path);
    return (pattern?.body.links ?? []).map(({ href }) => describeTarget(href, path, library));
  };

  it("by file name, title, alias, slug or path, whatever its case", () => {
    expect(targets("start.md")).toEqual([
      "practices/fair-rota.md",
      "practices/fair-rota.md",
      "practices/fair-rota.md",
      "practices/fair-rota.md",
      "rooms/well.md",
      "practices/well.md",
      "no pattern has this title, alias, file name or slug",
      "practices/fair-rota.md at turn-taking--who-turns",
      "practices/fair-rota.md without Nobody",
      "rooms/index.md",
      "rooms/plan.pdf is a file of the library and no pattern: it is in no edition",
    ]);
  });

  it("of two files of one name, the one in the same folder", () => {
    expect(targets("practices/fair-rota.md")).toEqual(["practices/well.md", "start.md"]);
    expect(targets("rooms/well.md")).toEqual(["rooms/well.md"]);
  });

  it("as the target of a relation", () => {
    const start = library.patterns.find(({ source }) => source.path === "start.md");
    expect(library.relations.get(start?.id ?? "")?.map(({ target }) => target)).toEqual(["slug:turn-taking"]);
    expect(library.broken.map(({ claim }) => claim.target)).toEqual(["[[No such page]]"]);
  });

  it("or not, and then that is said; a picture anywhere below the library's folder", () => {
    const found = check(library).filter(({ rule }) => /^(links-|images-exist|fragments-)/.test(rule));
    expect(found.map(({ rule, found }) => [rule, found])).toEqual([
      ["links-lead-somewhere", "the link “No such page” to [[No such page]]"],
      ["fragments-have-target", "the link “fair-rota > Nobody” to #Nobody in practices/fair-rota.md"],
      ["links-lead-somewhere", "the link “plan.pdf” to [[plan.pdf]]"],
      ["images-exist", "the picture [[gone.png]], which is not there"],
    ]);
  });
});

function describeTarget(href: string, from: string, library: Library): string {
  const target = resolveLink(href, { source: { path: from, sha256: "", bytes: 0 } }, library);
  if (target.kind === "address") return target.href;
  if (target.kind === "dead") return target.reason;
  const { anchor, missing } = target;
  return `${library.byId.get(target.id)?.source.path}${anchor ? ` at ${anchor}` : ""}${missing ? ` without ${missing}` : ""}`;
}
