import { fromHtml } from "hast-util-from-html";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { expect, it } from "vitest";
import { dropBackLinks } from "../../../src/formats/pdf/typeset/back-links.js";

it("leaves no way back from a note to the text on paper, nor the space before it", () => {
  const tree = fromHtml(
    '<p id="ref-1">[1] A book. <a href="#cite-1-1" role="doc-backlink">↩</a> <a href="#cite-1-2" role="doc-backlink">↩</a></p>' +
      '<ol><li id="fn-1"><p>A note. <a href="#fnref-1" data-footnote-backref="">↩</a></p></li></ol>' +
      '<p><a href="#ref-1" id="cite-1-1" role="doc-biblioref">[1]</a></p>',
    { fragment: true },
  );
  dropBackLinks(tree);
  expect(unified().use(rehypeStringify).stringify(tree)).toBe(
    '<p id="ref-1">[1] A book.</p><ol><li id="fn-1"><p>A note.</p></li></ol>' +
      '<p><a href="#ref-1" id="cite-1-1" role="doc-biblioref">[1]</a></p>',
  );
});
