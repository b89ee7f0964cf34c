import type { Element, ElementContent, Root } from "hast";

/** Elements that HTML has given up, that may not be nested, or that ask an attribute of a body which it cannot have. */
const RENAMED: Readonly<Record<string, string>> = {
  strike: "s",
  tt: "code",
  dfn: "i",
  picture: "span",
  time: "span",
  bdo: "span",
};

const PHRASING_ONLY = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary"]);

const INLINE = new Set(
  "span em strong code s sub sup u small mark cite q abbr kbd samp var b i bdi ruby rt".split(" "),
);

const BLOCK = new Set(
  `p div section aside blockquote ul ol li dl dt dd table caption thead tbody tfoot tr td th figure figcaption details
  summary h1 h2 h3 h4 h5 h6 hr pre`.split(/\s+/),
);

/** Parents without which an element means nothing; it becomes a `div`, or a `span` where it is inline. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  li: ["ul", "ol"],
  figcaption: ["figure"],
  summary: ["details"],
  rt: ["ruby"],
  rp: ["ruby"],
};

/**
 * Raw HTML may nest elements as HTML's content models forbid and browsers allow. A reading system takes XHTML, and
 * EPUBCheck its schema, at the word: here the elements give way and the words stay.
 */
export function repairContent(tree: Root): void {
  repairChildren(tree, { phrasing: false, terms: false });
}

interface Allowed {
  /** Inside an element that takes only words and what stands in a line of them. */
  phrasing: boolean;
  /** Where `dt` and `dd` may stand: in a `dl`, or in a `div` that groups some of its terms. */
  terms: boolean;
}

function repairChildren(parent: Element | Root, place: Allowed): void {
  const parentName = parent.type === "element" ? parent.tagName : "";
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    repairElement(child, parentName, place);
    repairChildren(child, {
      phrasing: place.phrasing || PHRASING_ONLY.has(child.tagName),
      terms: child.tagName === "dl" || (child.tagName === "div" && parentName === "dl"),
    });
  }
}

function repairElement(element: Element, parentName: string, { phrasing, terms }: Allowed): void {
  element.tagName = RENAMED[element.tagName] ?? element.tagName;
  if (isStray(element.tagName, parentName, terms)) element.tagName = BLOCK.has(element.tagName) ? "div" : "span";
  if (phrasing && BLOCK.has(element.tagName)) toSpan(element);
  else if (!phrasing && INLINE.has(element.tagName) && holdsBlock(element)) element.tagName = "div";
  REPAIRS[element.tagName]?.(element);
}

function isStray(tagName: string, parentName: string, terms: boolean): boolean {
  if (tagName === "dt" || tagName === "dd") return !terms;
  return PARENTS[tagName]?.includes(parentName) === false;
}

function toSpan(element: Element): void {
  element.tagName = element.tagName === "hr" ? "br" : "span";
  element.properties = {};
  // Blocks part words by standing on lines of their own.
  if (element.tagName === "span") element.children.push({ type: "text", value: " " });
}

function holdsBlock(element: Element): boolean {
  return element.children.some((child) => child.type === "element" && (BLOCK.has(child.tagName) || holdsBlock(child)));
}

/** What stands in a list without being an item becomes one. */
function wrapStrays(list: Element): void {
  list.children = list.children.map((child): ElementContent => {
    if (child.type === "comment" || (child.type === "text" && child.value.trim() === "")) return child;
    if (child.type === "element" && child.tagName === "li") return child;
    return { type: "element", tagName: "li", properties: {}, children: [child] };
  });
}

/** A description list is terms and what they mean, in turn; one that is not becomes a plain block. */
function repairDescriptions(list: Element): void {
  const names = list.children.flatMap((child) => (child.type === "element" ? [child.tagName] : []));
  const bare = list.children.some((child) => child.type === "text" && child.value.trim() !== "");
  const inTurn = /^(?:(?:dt )+(?:dd )+)*$/.test(names.map((name) => `${name} `).join(""));
  const grouped = names.every((name) => name === "div");
  if (!bare && (inTurn || grouped)) return;
  list.tagName = "div";
}

/** One head, first, and one foot, last. */
function repairRowGroups(table: Element): void {
  const groups = table.children.filter(
    (child) => child.type === "element" && /^t(head|body|foot)$/.test(child.tagName),
  );
  groups.forEach((group, at) => {
    if (group.type !== "element") return;
    if (group.tagName === "thead" && at > 0) group.tagName = "tbody";
    if (group.tagName === "tfoot" && at < groups.length - 1) group.tagName = "tbody";
  });
}

function repairDetails(details: Element): void {
  const headed = details.children.some((child) => child.type === "element" && child.tagName === "summary");
  if (!headed) details.tagName = "div";
}

/** A picture's other versions have no words, and lie where the package cannot reach. */
function dropSources(picture: Element): void {
  picture.children = picture.children.filter((child) => child.type !== "element" || child.tagName !== "source");
}

/** What else an element may ask of its children. */
const REPAIRS: Readonly<Record<string, (element: Element) => void>> = {
  ul: wrapStrays,
  ol: wrapStrays,
  dl: repairDescriptions,
  table: repairRowGroups,
  details: repairDetails,
  span: dropSources,
};
