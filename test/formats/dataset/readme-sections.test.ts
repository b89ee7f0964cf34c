import { describe, expect, it } from "vitest";
import { readSections } from "../../../src/formats/dataset/page/readme-sections.js";

const section = (text: string): string => readSections(`## Known gaps\n\n${text}\n`)[0]?.html ?? "";

describe("the README as sections of a page", () => {
  it("begins each at its heading, and leaves the YAML at the beginning out", () => {
    const sections = readSections(
      "---\nlicense: mit\n---\n# Title\n\nLead.\n\n## Load it\n\nSo.\n\n### R\n\n## `More`\n",
    );
    expect(sections.map(({ heading }) => heading)).toEqual(["Load it", "More"]);
    expect(sections[0]?.html).toContain("<h3>R</h3>");
  });

  it.each([
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    '<img src=x onerror="alert(1)">',
    "![x](https://elsewhere.test/x.png)",
    '<a href="https://x.test" style="position:fixed">x</a>',
  ])("shows what a title holds, and nothing of it runs or is fetched: %s", (title) => {
    const html = section(`- Titles that are used more than once (1): ${title}.`);
    expect(html).not.toMatch(/<(?:script|img|a [^>]*style)|href="javascript/);
    expect(html).toContain("Titles that are used more than once (1)");
  });

  it("cuts lists that would be longer than the page, and says so", () => {
    const html = section(Array.from({ length: 500 }, (_, at) => `- file ${at}.md`).join("\n"));
    expect(html.match(/<li>/g)).toHaveLength(31);
    expect(html).toContain("… and 470 more, in README.md");
  });

  it("frames code with the name of its language", () => {
    expect(section("```python\nprint(1 < 2)\n```")).toBe(
      '<div class="code" data-language="python"><pre><code class="language-python">print(1 &#x3C; 2)\n</code></pre></div>',
    );
  });
});
