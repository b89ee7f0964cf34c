import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { decodeSvg } from "../../src/pictures/svg/decode.js";
import fc from "../support/fast-check.js";

const limits = { pixels: 1_000_000, seconds: 20 };
const utf8 = new TextEncoder();

interface Cleaned {
  svg: string;
  removed: string[];
  width: number;
  height: number;
}

async function clean(source: string | Uint8Array): Promise<Cleaned> {
  const bytes = typeof source === "string" ? utf8.encode(source) : source;
  const decoded = await decodeSvg(bytes, limits);
  if ("refused" in decoded) throw new Error(`${decoded.refused}: ${decoded.what}`);
  const { removed, width, height } = decoded;
  return { svg: new TextDecoder().decode(decoded.bytes), removed, width, height };
}

function drawing(content: string, root = 'width="100" height="50"'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${root}><rect width="9" height="9"/>${content}</svg>`;
}

describe("what draws in an SVG", () => {
  it.each([
    '<g transform="rotate(9 1 1)" opacity=".5"><path d="M0 0h9v9z" fill="url(#a)" stroke-dasharray="1 2"/></g>',
    '<defs><linearGradient id="a" x1="0"><stop offset="0" stop-color="#f00"/><stop offset="100%"/></linearGradient></defs>',
    '<text x="1" y="9" font-family="Georgia, serif" text-anchor="middle">Words <tspan font-weight="700">in it</tspan></text>',
    '<clipPath id="c"><circle cx="5" cy="5" r="5"/></clipPath><mask id="m"><ellipse rx="4" ry="2"/></mask>',
    '<marker id="k" markerWidth="4" orient="auto"><polyline points="0,0 4,2 0,4"/></marker><line x2="9" marker-end="url(#k)"/>',
    '<filter id="f"><feGaussianBlur stdDeviation="2"/><feMerge><feMergeNode/></feMerge></filter><rect filter="url(#f)"/>',
    "<title>A street</title><desc>With lamps</desc>",
  ])("stays: %s", async (content) => {
    const { svg, removed } = await clean(drawing(content.replace("url(#a)", "none")));
    expect(removed).toEqual([]);
    expect(svg).toContain(content.replace("url(#a)", "none"));
  });

  it("keeps its style sheet and its references, in any quotation marks", async () => {
    const { svg, removed } = await clean(
      drawing(
        `<style>/* ours */ .a > rect, #b { fill: url("#p"); stroke: rgb(1, 2, 3) } text{font:700 12px 'Fira Sans'}</style>
        <pattern id="p" width="4" height="4"><circle r="1"/></pattern><g class="a"><rect id="b" fill="url('#p')"/></g>
        <symbol id="s"><rect width="1" height="1"/></symbol><use xlink:href="#s"/><use href="#s" x="4"/>`,
      ),
    );
    expect(removed).toEqual([]);
    expect(svg).toContain(".a > rect, #b{fill:url(#p);stroke:rgb(1, 2, 3)}\ntext{font:700 12px 'Fira Sans'}");
    expect(svg.match(/xlink:href="#s"/g)).toHaveLength(2);
    expect(svg).toContain('fill="url(#p)"');
  });

  it("loses what other programs keep in it without a word, and its prefixes", async () => {
    const { svg, removed } = await clean(
      `<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape" width="10" height="10" i:version="1">
      <s:metadata><work>Kept by Inkscape</work></s:metadata><i:grid type="xy"/><s:circle r="4" i:label="dot" style="-inkscape-font-specification:'Sans, Bold';fill:red"/></s:svg>`,
    );
    expect(removed).toEqual([]);
    expect(svg).toContain('<circle r="4" style="fill:red"/>');
    expect(svg).not.toMatch(/inkscape|grid/i);
  });

  it("points at no part that it does not have, or that is of another kind", async () => {
    const { svg } = await clean(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>.a{fill:url(#b);stroke:red}</style>' +
        '<linearGradient id="paint"/><rect id="box" width="1" height="1" fill="url(#gone) red" stroke="url(#paint)"/>' +
        '<rect width="1" height="1" fill="url(#box)" clip-path="url(#paint)" style="mask:url(#gone);opacity:.5"/>' +
        '<use href="#gone"/><use href="#paint"/><use href="#box"/><script id="b"/></svg>',
    );
    expect(svg).toContain('fill="red" stroke="url(#paint)"');
    expect(svg).toContain('fill="none" clip-path="none" style="mask:none;opacity:.5"');
    expect(svg).toContain(".a{fill:none;stroke:red}");
    expect(svg.match(/href="[^"]*"/g)).toEqual(['href="#box"']);
  });

  it("has ids that XML allows, each once, and everything that names them follows", async () => {
    const { svg } = await clean(
      drawing('<g id="1 a"><path id="x"/><path id="x"/></g><use href="#1%20a"/><rect fill="url(#x)"/>'),
    );
    const id = /<g id="([^"]+)"/.exec(svg)?.[1];
    expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
    expect(svg).toContain(`xlink:href="#${id}"`);
    expect(svg.match(/id="x"/g)).toHaveLength(1);
  });
});

describe("what does not only draw", () => {
  it.each([
    ["<script>run()</script>", "<script>"],
    ["<rect onclick='run()'/>", "onclick= of <rect>"],
    ['<animate attributeName="x"/>', "<animate>"],
    ['<set attributeName="x"/>', "<set>"],
    [
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Words</p></foreignObject>',
      "<foreignObject> with the words “Words”",
    ],
    ['<image href="http://far.example/a.png"/>', '<image href="http://far.example/a.png">'],
    ['<image xlink:href="file:///etc/passwd"/>', '<image href="file:///etc/passwd">'],
    ['<use href="far.svg#a"/>', '<use href="far.svg#a">'],
    ['<a href="javascript:run()"><text>Words</text></a>', '<a href="javascript:run()">'],
    ['<rect fill="url(http://far.example/a)"/>', 'fill="url(http://far.example/a)" of <rect>'],
    ['<rect style="fill:\\75rl(http://far.example/a)"/>', "the style fill:\\75rl(http://far.example/a)"],
    ['<rect style="fill:url(  &quot;//far.example/a&quot; )"/>', 'the style fill:url( "//far.example/a" )'],
    ['<rect style="fill:u/**/rl(//far.example)"/>', "the style fill:u rl(//far.example)"],
    ['<style>@import "http://far.example/a.css";</style>', 'the style @import "http://far.example/a.css"'],
    ['<style>@\\69mport "http://far.example/a.css";</style>', 'the style @\\69mport "http://far.example/a.css"'],
    ["<style><![CDATA[@font-face{font-family:a;src:url(//far.example)}]]></style>", "the style @font-face"],
    [
      "<style>rect{background:image-set('//far.example/a' 1x)}</style>",
      "the style background:image-set('//far.example/a' 1x)",
    ],
    ["<style>rect{fill:red;}}@import '//far.example';{</style>", "the style }@import '//far.example'"],
    ["<style>/* rect{fill:url(//far.example)}</style>", undefined],
    ['<feImage href="http://far.example/a.png"/>', "<feImage>"],
    ['<image href="data:text/html,&lt;p>"/>', "an <image> that cannot be shown"],
    [`<image href="data:image/svg+xml,${encodeURIComponent(drawing(""))}"/>`, "an <image> that cannot be shown"],
  ])("is taken out, and told of: %s", async (content, told) => {
    const { svg, removed } = await clean(drawing(content));
    expect(removed).toEqual(told === undefined ? [] : [told]);
    expect(svg).not.toMatch(/script|far\.example|onclick|import|file:|data:|foreign|url\((?!#)/i);
    expect(svg).toContain('<rect width="9" height="9"/>');
  });

  it("is taken out whatever the encoding, and so is a DOCTYPE", async () => {
    const text = drawing("<script>run()</script><text>Größe</text>");
    const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>${text}`;
    const doctype = `<?xml version="1.0"?><!DOCTYPE svg SYSTEM "http://far.example/a.dtd">${text}`;
    const standard = `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${text}`;
    const sources = [
      Buffer.from(latin, "latin1"),
      Buffer.from(`\ufeff${text}`, "utf16le"),
      Buffer.from(text, "utf16le"),
      Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
      utf8.encode(`\ufeff${text}`),
      utf8.encode(doctype),
      utf8.encode(standard),
    ];
    for (const source of sources) {
      const { svg, removed } = await clean(source);
      expect(svg).toContain("Größe");
      expect(svg).not.toMatch(/script|DOCTYPE/);
      expect(removed.filter((part) => !part.startsWith("a DOCTYPE"))).toEqual(["<script>"]);
    }
    expect((await clean(doctype)).removed).toContain("a DOCTYPE that names http://far.example/a.dtd");
  });

  it("gives way to the text that a drawing program put beside its HTML", async () => {
    const { svg, removed } = await clean(
      drawing("<switch><foreignObject><p>Words</p></foreignObject><text>Words</text></switch>"),
    );
    expect(removed).toEqual([]);
    expect(svg).toContain("<switch><text>Words</text></switch>");
  });
});

describe("pictures in an SVG", () => {
  it("are decoded as others are, and become what every reader shows", async () => {
    const webp = await sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } })
      .webp()
      .toBuffer();
    const { svg, removed } = await clean(
      drawing(`<image width="4" xlink:href="data:image/png;base64,${webp.toString("base64")}"/>`),
    );
    expect(removed).toEqual([]);
    expect(svg).toMatch(/xlink:href="data:image\/jpeg;base64,/);
  });

  it("are taken out where they have more pixels than the limit, all together", async () => {
    const png = await sharp({ create: { width: 800, height: 800, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    const image = `<image href="data:image/png;base64,${png.toString("base64")}"/>`;
    const { svg, removed } = await clean(drawing(image + image));
    expect(removed).toEqual(["an <image> that cannot be shown"]);
    expect(svg.match(/data:/g)).toHaveLength(1);
  });
});

describe("an SVG that is refused", () => {
  const again = (reference: (level: number) => string, levels: number): string =>
    Array.from({ length: levels }, (_, at) => `<g id="l${at + 1}">${reference(at).repeat(10)}</g>`).join("");

  it.each([
    ["by use", again((at) => `<use href="#l${at}"/>`, 5)],
    ["by patterns", again((at) => `<rect fill="url(#l${at})"/>`, 5)],
    [
      "by styles",
      `<style>${[0, 1, 2, 3, 4].map((at) => `.a${at}{fill:url(#l${at})}`).join("")}</style>${again((at) => `<rect class="a${at}"/>`, 5)}`,
    ],
    ["by style attributes", again((at) => `<rect style="mask:url(#l${at})"/>`, 5)],
  ])("draws too much, %s", async (_, parts) => {
    const svg = drawing(`<g id="l0"><path d="M0 0"/></g>${parts}`);
    await expect(clean(svg)).rejects.toThrow(/unsafe: an SVG that draws more than 100,000 parts/);
  });

  it.each([
    ["unsafe: an SVG of which a part draws itself", drawing('<g id="a"><use href="#a"/></g>')],
    ["unsafe: an SVG with entities", `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing("")}`],
    ["broken: an SVG that draws nothing", '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'],
    [
      "unsafe: an SVG of which nothing is left without <script>",
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    ],
    ["broken: of 0 × 0 pixels", drawing("", 'width="0" height="0"')],
    ["its parts are nested more than 200 deep", drawing(`${"<g>".repeat(300)}${"</g>".repeat(300)}`)],
    ["its XML is not well formed: Missing end tag for element g", drawing("<g>")],
  ])("%s", async (why, source) => {
    await expect(clean(source)).rejects.toThrow(why);
  });
});

describe("the size of an SVG", () => {
  it.each([
    ['width="100" height="50"', 100, 50],
    ['width="1in" height="25.4mm"', 96, 96],
    ['width="12pt" height="1pc"', 16, 16],
    ['viewBox="0 0 40 20"', 40, 20],
    ['width="100%" height="100%" viewBox="0 0 40 20"', 40, 20],
    ['width="80" viewBox="0,0,40,20"', 80, 40],
    ['height="80" viewBox="0 0 40 20"', 160, 80],
    ["", 300, 150],
    ['width="1e9" height="1e9"', 10_000, 10_000],
  ])("is that of its attributes, else of its view box: %s", async (root, width, height) => {
    expect(await clean(drawing("", root))).toMatchObject({ width, height });
  });
});

it("holds, of anything that is put into styles and attributes, nothing that loads", async () => {
  const pieces = [
    "url(",
    "#a",
    ")",
    "'",
    '"',
    "\\",
    "\\75 ",
    "/*",
    "*/",
    "{",
    "}",
    ";",
    ":",
    "@",
    "import",
    "//far.example",
    "fill",
    "<!--",
    "image-set(",
    " ",
  ];
  const css = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(css, css, async (sheet, inline) => {
      const escaped = (text: string): string => text.replace(/</g, "&lt;").replace(/"/g, "&quot;");
      const { svg } = await clean(
        drawing(`<style>${escaped(sheet)}</style><rect style="${escaped(inline)}" fill="${escaped(inline)}"/>`),
      );
      expect(svg).not.toMatch(/@|\\|url\((?!#[\w.-]+\))|image-set/);
    }),
    { numRuns: 400 },
  );
});
