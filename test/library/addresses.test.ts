import { describe, expect, it } from "vitest";
import { parseSource } from "../../src/library/parse-file.js";
import type { Pattern } from "../../src/library/pattern.js";

describe("an address in front matter", () => {
  it.each([
    ["https://example.org/reefs", "https://example.org/reefs"],
    ["http://example.org:8080/reefs?a=1&b=2#c", "http://example.org:8080/reefs?a=1&b=2#c"],
    ["https://Example.org/Riff%20", "https://Example.org/Riff%20"],
    ["https://example.org/riff-ü/größe", "https://example.org/riff-ü/größe"],
    ['"https://example.org/a b"', "https://example.org/a%20b"],
    ["https://example.org/a[1]{2}", "https://example.org/a%5B1%5D%7B2%7D"],
    ["https://example.org/a%zz", "https://example.org/a%25zz"],
    ["https://example.org/a#b#c", "https://example.org/a#b%23c"],
    [`'https://example.org/"a"<b>'`, "https://example.org/%22a%22%3Cb%3E"],
    ["https://[2001:db8::1]/a", "https://[2001:db8::1]/a"],
    ["https://example.org/@ada", "https://example.org/@ada"],
    ["mailto:ada@example.org", "mailto:ada@example.org"],
  ])("%s is used as %s", (written, address) => {
    const pattern = parse(`page_url: ${written}\n`);
    expect(pattern.pageUrl).toBe(address);
    expect(faultsOf(pattern)).toEqual([]);
  });

  it.each(["www.example.org/reefs", "example.org", "example.org:8080/a"])(
    "%s lacks its scheme, and gets it",
    (written) => {
      const pattern = parse(`repository: ${written}\n`);
      expect(pattern.repository).toBe(`https://${written}`);
      expect(faultsOf(pattern)).toEqual(["bare"]);
    },
  );

  it.each([
    ["javascript:alert(1)", "scheme"],
    ["JavaScript:alert(1)", "scheme"],
    ["data:text/html,x", "scheme"],
    ["file:///etc/hosts", "scheme"],
    ["ftp://example.org/", "scheme"],
    ["https://ada@example.org/", "user"],
    ["https://ada:secret@example.org/", "user"],
    ["https://@example.org/", "user"],
    ["https://", "form"],
    ["https:example", "form"],
    ["https://exa mple.org/", "form"],
    ["mailto:nobody", "form"],
    ["see the wiki", "form"],
    ["/patterns/reef", "form"],
  ])("%s is refused, and kept", (written, fault) => {
    for (const [field, key] of [
      ["page_url", "pageUrl"],
      ["github_url", "sourceUrl"],
      ["repository", "repository"],
    ] as const) {
      const pattern = parse(`${field}: ${written}\n`);
      expect(pattern[key]).toBeUndefined();
      expect(pattern.extra).toEqual({ [field]: written });
      expect(faultsOf(pattern)).toEqual([fault]);
    }
  });
});

describe("words that may be an address", () => {
  it("are left as they are, unless they would run or disclose something", () => {
    const pattern = parse(
      "license: javascript:alert(1)\nsources:\n  - doi:10.1000/xyz\n  - data:text/html,<b>x y</b>\n  - 'Javascript: the tame parts'\n" +
        "  - https://example.org/a[1]\n  - https://ada:pw@example.org/\n  - Glow (1990), https://example.org/b\n",
    );
    expect(pattern.license).toBeUndefined();
    expect(pattern.sources).toEqual([
      ...["doi:10.1000/xyz", "Javascript: the tame parts", "https://example.org/a%5B1%5D"],
      "Glow (1990), https://example.org/b",
    ]);
    expect(pattern.extra).toEqual({
      license: "javascript:alert(1)",
      "sources.1": "data:text/html,<b>x y</b>",
      "sources.4": "https://ada:pw@example.org/",
    });
    expect(faultsOf(pattern)).toEqual(["scheme", "scheme", "user"]);
  });
});

function parse(fields: string): Pattern {
  const task = { path: "reef.md", key: "key" } as const;
  return parseSource(new TextEncoder().encode(`---\n${fields}---\n\nFish live here.\n`), task).pattern;
}

function faultsOf({ observations }: Pattern): (string | undefined)[] {
  return observations.filter(({ rule }) => rule === "addresses-are-on-the-web").map(({ detail }) => detail);
}
