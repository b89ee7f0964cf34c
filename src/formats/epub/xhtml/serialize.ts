import type { Root } from "hast";
import { toXast } from "hast-util-to-xast";
import { toXml } from "xast-util-to-xml";

/** hast → a well-formed piece of XHTML, for a document whose root declares the namespaces. */
export function serialize(tree: Root): string {
  const fragment = toXast(tree, { space: "html" });
  if (fragment.type === "root") {
    for (const node of fragment.children) {
      if (node.type === "element") delete node.attributes.xmlns;
    }
  }
  return toXml(fragment).replace(/><\/(area|br|col|hr|img|link|meta|source|wbr)>/g, "/>");
}

/**
 * Takes out what no XML document may hold, not even escaped (XML 1.0, 2.2), and escapes the one sequence that the
 * serialiser lets through (2.4).
 */
export function toCharacters(xml: string): string {
  return xml.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|\p{NChar}/gu, "").replaceAll("]]>", "]]&gt;");
}
