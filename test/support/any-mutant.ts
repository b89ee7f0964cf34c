import fc from "./fast-check.js";

/** Changes a file, given the bytes of another; where it does is a share of its length. */
type Mutation = (bytes: Buffer, other: Buffer) => Buffer;

const aShare = fc.double({ min: 0, max: 1, noNaN: true });

function at(share: number, { length }: { length: number }): number {
  return Math.floor(share * length);
}

/** Puts bytes in the place of others. */
function replace(bytes: Buffer, from: number, to: number, by: Buffer | string): Buffer {
  return Buffer.concat([bytes.subarray(0, from), Buffer.from(by), bytes.subarray(Math.max(from, to))]);
}

function onLines(change: (lines: string[]) => string[]): Mutation {
  return (bytes) => Buffer.from(change(bytes.toString("latin1").split("\n")).join("\n"), "latin1");
}

const ofBytes: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(aShare, fc.integer({ min: 0, max: 255 })).map(([share, byte]): Mutation => {
    return (bytes) => replace(bytes, at(share, bytes), at(share, bytes) + 1, Buffer.of(byte));
  }),
  fc.tuple(aShare, fc.uint8Array({ maxLength: 40 })).map(([share, some]): Mutation => {
    return (bytes) => replace(bytes, at(share, bytes), at(share, bytes), Buffer.from(some));
  }),
  fc.tuple(aShare, fc.integer({ min: 1, max: 300 })).map(([share, length]): Mutation => {
    return (bytes) => replace(bytes, at(share, bytes), at(share, bytes) + length, "");
  }),
);

const ofLines: fc.Arbitrary<Mutation> = fc
  .tuple(fc.constantFrom("drop", "twice", "often", "move", "join", "indent", "quote"), aShare, aShare)
  .map(([what, one, two]) =>
    onLines((lines) => {
      const place = at(one, lines);
      const line = lines[place] ?? "";
      const set = (...by: string[]): string[] => lines.toSpliced(place, 1, ...by);
      if (what === "drop") return set();
      if (what === "twice") return set(line, line);
      if (what === "often") return set(...Array.from({ length: 200 }, () => line));
      if (what === "move") return set().toSpliced(at(two, lines), 0, line);
      if (what === "join") return lines.toSpliced(place, 2, line + (lines[place + 1] ?? ""));
      return set(what === "indent" ? `${" ".repeat(at(two, { length: 12 }))}${line}` : `> ${line}`);
    }),
  );

const VALUES = [
  ..."~|true|-1|1e999|.inf|.nan|[]|{}|[[[]]]|{ a: { b: [c] } }|''|\"|'|\"\\ud800\"|*a|&a [*a]|!!binary aGk=|!!set { a }".split(
    "|",
  ),
  ..."2026-13-45|0x1F|1_000|<<: *b|? a|- a|> folded|%YAML 1.1|@at|`tick|!!js/function 'x'|9999999999999999999999".split(
    "|",
  ),
  "|\n  block",
  "\n  - { slug: x, weight: heavy }\n  - 7",
  "\n  deep:\n    deeper:\n      - deepest",
];

/** The front matter with a value, a key or a fence that it did not have. */
const ofFrontMatter: fc.Arbitrary<Mutation> = fc
  .tuple(fc.constantFrom("value", "key", "fence", "field"), fc.constantFrom(...VALUES), aShare)
  .map(([what, value, share]) =>
    onLines((lines) => {
      const end = lines.indexOf("---", 1);
      const place = 1 + at(share, { length: Math.max(1, end - 1) });
      const key = /^[^:]*:/.exec(lines[place] ?? "")?.[0] ?? "own:";
      if (what === "fence") return lines.toSpliced(share < 0.5 ? 0 : Math.max(0, end), 1);
      if (what === "key") return lines.toSpliced(place, 0, `${value}: ${value}`);
      return lines.toSpliced(place, what === "value" ? 1 : 0, `${key} ${value}`);
    }),
  );

const MARKUP = [
  "*_".repeat(40),
  "[".repeat(60),
  "[[a|b#c]] ![[d]]",
  "\n| a | b |\n|--|\n| `|` | c | d |\n",
  '\n```mermaid\nflowchart LR\n  a["(] --> b\n```\n',
  "\n```mermaid\nsequenceDiagram\n  A->>B: hi\n```\n",
  "\n$$\\frac{1}{\\sqrt{x_{1}^{2}}$$\n",
  "$$\\begin{pmatrix} a & b \\\\ c \\end{pmatrix}$$",
  "<div><table><tr><td rowspan=9>x<p></div>",
  '<svg viewBox="0 0 9 9"><use href="#a"/><g id="a"><use href="#a"/></g></svg>',
  "<math><mi>x</mi><mfrac></math>",
  "<!-- ",
  "<script>alert(1)</script><style>p{}</style>",
  "\n> [!NOTE]\n> > - [ ] a\n>\n",
  "[^1] [^1]: a\n\n[^1]: b\n    - c\n",
  "\n# \n## ##\n###### a\n\n---\n",
  "![](data:image/png;base64,AAAA) ![a](%00) [b](javascript:x)",
  '\n<details open><summary>a\n\n<ol start="-3" reversed><li value=9>',
  "&#0; &#x110000; &nbsp; &lt",
  "\n1. a\n   1. b\n\n          c\n- d\n",
  "{{< a >}} {% raw %} :::note\n",
  "\\".repeat(33),
  "\r\n\t\r",
  "~~`a~~` **b*c**d*",
];

const ofMarkup: fc.Arbitrary<Mutation> = fc
  .tuple(fc.constantFrom(...MARKUP), aShare, fc.integer({ min: 1, max: 3 }))
  .map(
    ([markup, share, times]) =>
      (bytes) =>
        replace(bytes, at(share, bytes), at(share, bytes), markup.repeat(times)),
  );

const ofTwo: fc.Arbitrary<Mutation> = fc.tuple(aShare, aShare, fc.boolean()).map(([one, two, isCut]): Mutation => {
  if (isCut) return (bytes) => bytes.subarray(0, at(one, bytes));
  return (bytes, other) => Buffer.concat([bytes.subarray(0, at(one, bytes)), other.subarray(at(two, other))]);
});

const ofUnicode: fc.Arbitrary<Mutation> = fc
  .tuple(aShare, fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.string({ unit: "grapheme", maxLength: 30 })))
  .map(
    ([share, text]) =>
      (bytes) =>
        replace(bytes, at(share, bytes), at(share, bytes), text),
  );

/** A change of any kind, or a few of them one after the other. */
export const aMutation: fc.Arbitrary<Mutation> = fc
  .array(fc.oneof(ofBytes, ofLines, ofFrontMatter, ofMarkup, ofTwo, ofUnicode), { minLength: 1, maxLength: 4 })
  .map((mutations) => (bytes, other) => mutations.reduce((changed, mutate) => mutate(changed, other), bytes));
