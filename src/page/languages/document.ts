import { fromHtml } from "hast-util-from-html";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { isMarked, splitMarked, unmarked } from "./marks.js";
import { tellLanguages } from "./tell.js";

const stringifier = unified().use(rehypeStringify).freeze();

/**
 * What a template gives, with the languages of marked words said: in HTML by `lang`, in XML by `xml:lang` on an element that
 * holds nothing else. Style sheets and plain text cannot say it.
 * @param language of what is round about, BCP 47
 */
export function tellInDocument(rendered: string, language: string): string {
  if (!isMarked(rendered)) return rendered;
  if (rendered.startsWith("<?xml")) return tellInXml(rendered);
  if (!/^\s*</.test(rendered)) return unmarked(rendered);
  const tree = fromHtml(rendered, { fragment: !/^\s*<!doctype/i.test(rendered) });
  tellLanguages(tree, language);
  return stringifier.stringify(tree);
}

// A label of the NCX, in which the text itself names no language (NCX 2005-1, navLabel); any other element.
const MARKED = "((?:\ufdd1[^\ufdd2]*\ufdd2[^\ufdd3<]*\ufdd3 ?)+)";
const LABEL = new RegExp(`<navLabel><text>${MARKED}</text>`, "g");
const ELEMENT = new RegExp(`<([\\w:]+)((?: [^<>]*)?)>${MARKED}</\\1>`, "g");

function tellInXml(rendered: string): string {
  const told = rendered
    .replace(LABEL, (_, text: string) => `<navLabel xml:lang="${languageOf(text)}"><text>${unmarked(text)}</text>`)
    .replace(ELEMENT, (_, name: string, attributes: string, text: string) => {
      const language = languageOf(text);
      const html = name === "title" ? ` lang="${language}"` : "";
      return `<${name}${attributes}${html} xml:lang="${language}">${unmarked(text)}</${name}>`;
    });
  return unmarked(told);
}

function languageOf(text: string): string {
  return splitMarked(text)[0]?.language ?? "";
}
