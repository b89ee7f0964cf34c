import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { tellInDocument } from "../../src/page/languages/document.js";
import { markText, markWords, unmarked } from "../../src/page/languages/marks.js";
import { tellLanguages } from "../../src/page/languages/tell.js";
import { capitalise, fill } from "../../src/page/locale.js";

const en = (text: string): string => markText(text, "en");

/** HTML with words marked as English, as it is shown in a page in another language. */
function told(html: string, language = "fi"): string {
  const tree: Root = fromHtml(html, { fragment: true });
  tellLanguages(tree, language);
  return unified().use(rehypeStringify).stringify(tree);
}

describe("words marked with their language", () => {
  it("are filled, begin with a capital and come back as they were", () => {
    const filled = fill(en("patterns by {field}"), { field: "vuosi" });
    expect(unmarked(filled)).toBe("patterns by vuosi");
    expect(told(`<p>${filled}</p>`)).toBe('<p><span lang="en">patterns by </span>vuosi</p>');
    expect(unmarked(capitalise(filled, { language: "fi" }))).toBe("Patterns by vuosi");
    expect(en(en("once"))).toBe(en("once"));
  });

  it("are all that are shown: no signs, no figures, no places to fill", () => {
    const words = {
      quotation_marks: { outer: "“…”" },
      articles: ["The"],
      time: "00:00",
      label: "{field}",
      list: ["One"],
    };
    const marked = markWords(words, "en");
    expect({ ...marked, list: [] }).toEqual({ ...words, list: [] });
    expect(JSON.stringify(marked.list)).not.toBe(JSON.stringify(words.list));
  });
});

describe("a page", () => {
  it("says it of an element that holds nothing else, else of the words", () => {
    expect(told(`<h1>${en("Contents")}</h1>`)).toBe('<h1 lang="en">Contents</h1>');
    expect(told(`<p>${en("Page")} 3 ${en("of")} 8</p>`)).toBe('<p lang="en">Page 3 of 8</p>');
    expect(told(`<p>${en("Licence")}: vapaa</p>`)).toBe('<p><span lang="en">Licence</span>: vapaa</p>');
    expect(told(`<p>${en("See")} <b>2</b> Paja</p>`)).toBe('<p><span lang="en">See</span> <b>2</b> Paja</p>');
  });

  it("says it of words in attributes, but not of what stands in the element", () => {
    expect(told(`<img alt="${en("Picture")}">`)).toBe('<img alt="Picture" lang="en">');
    expect(told(`<nav aria-label="${en("Relations")}"><ul><li>Paja</li></ul>yksi <b>2</b></nav>`)).toBe(
      '<nav aria-label="Relations" lang="en"><ul lang="fi"><li>Paja</li></ul><span lang="fi">yksi </span><b lang="fi">2</b></nav>',
    );
  });

  it("says which way the words run, where that is another", () => {
    expect(told(`<p>${en("See also.")}</p>`, "he")).toBe('<p lang="en" dir="ltr">See also.</p>');
    expect(told(`<p>${en("of")} שלום</p>`, "he")).toBe('<p><span lang="en" dir="ltr">of</span> שלום</p>');
  });

  it("has no element where only text may be, and one of its own in a drawing", () => {
    expect(told(`<select><option>${en("All")}</option></select>`)).toContain('<option lang="en">All</option>');
    expect(told(`<title>Kirja: ${en("Dataset")}</title>`)).toBe("<title>Kirja: Dataset</title>");
    expect(told(`<svg><text>${en("More")} paja</text></svg>`)).toContain('<tspan lang="en">More</tspan> paja');
  });

  it("is in the language of the nearest element that names one", () => {
    expect(told(`<article lang="en"><p>${en("Notes")}</p></article>`)).not.toContain("<p lang");
    const german = markText("Notizen", "de");
    expect(told(`<article lang="sv"><p>${german} text</p></article>`)).toContain('<span lang="de">Notizen</span> text');
  });
});

describe("a document", () => {
  it("of HTML is told as a page, and one of nothing marked is left as it is", () => {
    expect(tellInDocument("<p>ei <br> mitään</p>", "fi")).toBe("<p>ei <br> mitään</p>");
    expect(tellInDocument(`<!doctype html><html lang="fi"><title>${en("Index")}</title>`, "fi")).toContain(
      '<title lang="en">Index</title>',
    );
  });

  it("of XML says it where its vocabulary has room for it", () => {
    const label = `<?xml version="1.0"?><navLabel><text>${en("Patterns by ")}${en("level")}</text></navLabel>`;
    expect(tellInDocument(label, "fi")).toBe(
      '<?xml version="1.0"?><navLabel xml:lang="en"><text>Patterns by level</text></navLabel>',
    );
    const meta = `<?xml version="1.0"?><meta property="summary">${en("One.")} ${en("Two.")}</meta><a t="${en("x")}"/>`;
    expect(tellInDocument(meta, "fi")).toBe(
      '<?xml version="1.0"?><meta property="summary" xml:lang="en">One. Two.</meta><a t="x"/>',
    );
  });

  it("of plain text and of styles cannot say it", () => {
    expect(tellInDocument(`.a{content:"${en("Page")}"}`, "fi")).toBe('.a{content:"Page"}');
  });
});
