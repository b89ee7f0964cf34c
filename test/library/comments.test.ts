import { toString as toText } from "hast-util-to-string";
import { describe, expect, it } from "vitest";
import { type ParsedBody, parseBody } from "../../src/library/body/parse.js";

describe("a comment", () => {
  it.each([
    "%%secret%%",
    "%% secret %%",
    "{::comment}secret{:/comment}",
    "{::comment}secret{:/}",
    '{::comment text="secret" /}',
    "{% comment %}secret{% endcomment %}",
    "{%- comment -%} secret {%- endcomment -%}",
    "{% # secret %}",
    "{# secret #}",
    "{/* secret */}",
    "{>>secret<<}",
    "<!-- secret -->",
    "<!---->{/*secret*/}",
  ])("of the kind %s is taken out of a line, and of lines of its own", (comment) => {
    const many = comment.replace("secret", "\n\nsecret\n\n- secret\n");
    const body = parse(`Before ${comment} after.\n\n${many}\n\n> ${comment}\n\n- ${comment}\n- item\n\nLast {{ x }}.`);
    expect(toText(body.tree).replace(/\s+/g, " ").trim()).toBe("Before after. item Last {{ x }}.");
    expect(body.omissions.filter(({ kind }) => kind !== "comment")).toEqual([]);
    expect(body.omissions.filter(({ text }) => text.includes("secret"))).toHaveLength(4);
    // What follows is where it is in the file.
    const line = `${many}`.split("\n").length + 9;
    expect(body.observations).toEqual([expect.objectContaining({ found: "{{ x }}", place: { line, column: 6 } })]);
    expect(body.sections.map(({ markdown }) => markdown).join()).not.toContain("secret");
  });

  it.each(["[//]: # (secret)", "[comment]: <> (secret)", "[_]: # 'secret'", "[//]: #\n'secret\nsecret'"])(
    "that is the definition of a link is listed: %j",
    (comment) => {
      const body = parse(`Words.\n\n${comment}\n\nMore.`);
      expect(toText(body.tree)).not.toContain("secret");
      expect(body.omissions).toEqual([{ kind: "comment", text: comment, place: { line: 3, column: 1 } }]);
    },
  );

  it.each([
    "`%% code %%`",
    "```\n%% code %%\n<!-- code -->\n```",
    "    {/* code */}",
    "<pre>%% code %%</pre>",
    "Some <code>{% comment %}code{% endcomment %}</code>.",
    "$$%% code %%$$",
    "\\%% code \\%%",
    "From 5%% code to 6%% code",
    "https://example.org/%%/code%%",
    "{% raw %}%% code %%{% endraw %}",
  ])("is none in %j", (markdown) => {
    const body = parse(markdown);
    expect(toText(body.tree)).toMatch(/code/);
    expect(body.omissions.filter(({ kind }) => kind === "comment")).toEqual([]);
  });

  it.each([
    ["One <!-- open\n\nTwo.", 5],
    ["<!-- open\n\nTwo.", 1],
    ["> <!-- open\n\nTwo.", 3],
    ["<!-- closed --> <!-- open\n\nTwo.", 17],
    ["One %% open\n\nTwo.", 5],
    ["{% comment %} open\n\nTwo.", 1],
    ["{/* open\n\n`*/}` Two.", 1],
    ["{::comment}\nopen\n\nTwo.", 1],
  ])("that is not closed does not take the rest: %j", (markdown, column) => {
    const body = parse(markdown);
    expect(toText(body.tree)).toMatch(/open[\s\S]*Two\./);
    expect(body.observations).toEqual([
      expect.objectContaining({ rule: "comments-are-closed", place: { line: 1, column } }),
    ]);
  });

  it("may hold signs of code, and blank lines", () => {
    const body = parse(
      "One %% a ` b %% `two` three.\n\n%%\n```\nfence\n\n%%\n\nFour `%%`.\n\n{/* ~~~ */}\n\n# Five\n\nSix.",
    );
    expect(toText(body.tree).replace(/\s+/g, " ").trim()).toBe("One two three. Four %%. Five Six.");
    expect(body.omissions.map(({ text }) => text.length)).toEqual([11, 16, 11]);
  });

  it("between lines leaves them one paragraph, one list, one table", () => {
    const body = parse(
      "One\n%% c %%\ntwo.\n\n- a\n%% c %%\n- b\n\n| a | b |\n| --- | --- |\n| c | %% c %% d | %% c %%\n",
    );
    const names = body.tree.children.flatMap((child) => (child.type === "element" ? child.children : []));
    expect(names.flatMap((child) => (child.type === "element" ? [child.tagName] : []))).toEqual(["p", "ul", "table"]);
    expect(JSON.stringify(body.tree)).not.toMatch(/("td"[\s\S]*){3}/);
  });

  it("leaves no sign of ours behind, in attributes neither", () => {
    const body = parse('![a %% c %% b](a.png "t %% c %% u") [x](y "%% c %%") <b title="%% c %%">b</b> `` ` %% c %%');
    expect(JSON.stringify(body)).not.toMatch(/[\uffff\ufffe]/);
  });
});

describe("a definition that nothing uses", () => {
  it("is listed, and so is the second of one label", () => {
    const body = parse("[One].\n\n[one]: https://example.org/1\n[one]: https://example.org/2\n[two]: <b.md> 'Two'");
    expect(body.omissions.map(({ kind, text }) => [kind, text])).toEqual([
      ["unused-definition", "[one]: https://example.org/2"],
      ["unused-definition", "[two]: <b.md> 'Two'"],
    ]);
  });
});

function parse(markdown: string): ParsedBody {
  return parseBody(markdown, "well", "Well");
}
