import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from "@cantoo/pdf-lib";
import { renumberIds } from "./ids.js";
import type { Structure } from "./read.js";
import type { StructureElement, StructureKid } from "./tree.js";

const KEYS = {
  type: PDFName.of("Type"),
  role: PDFName.of("S"),
  parent: PDFName.of("P"),
  page: PDFName.of("Pg"),
  kids: PDFName.of("K"),
};

/** Types of PDF 2.0 that Chromium writes, and what each is in PDF 1.7 (ISO 32000-1, 14.8.4). */
const ROLE_MAP = { Em: "Span", Strong: "Span", Aside: "Div", Title: "P", Sub: "Span" };

/** A structure as it is written, element by element. */
interface Writing {
  context: PDFContext;
  /** The elements in the order of the text. */
  elements: [PDFRef, PDFDict][];
  /** Which element a sequence of marked content belongs to: by page, then by number. */
  owners: Map<PDFRef, PDFRef[]>;
  /** Which element an annotation belongs to. */
  ownersOfObjects: Map<PDFRef, PDFRef>;
}

/** Puts a tree in the place of the one that was read. */
export function writeStructure(document: PDFDocument, before: Structure, root: StructureElement): void {
  const { context, catalog } = document;
  const tree = catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const treeRef = catalog.get(PDFName.of("StructTreeRoot"));
  const writing: Writing = { context, elements: [], owners: new Map(), ownersOfObjects: new Map() };
  tree.set(KEYS.kids, writeElement(writing, root, treeRef instanceof PDFRef ? treeRef : context.register(tree)));
  tree.set(PDFName.of("RoleMap"), context.obj(ROLE_MAP));
  const kept = new Set(writing.elements.map(([ref]) => ref));
  for (const ref of before.refs) if (!kept.has(ref)) context.delete(ref);
  writeParentTree(document, tree, writing);
  renumberIds(context, tree, writing.elements);
}

function writeElement(writing: Writing, element: StructureElement, parent: PDFRef): PDFRef {
  const { context } = writing;
  const dictionary = element.attributes ?? context.obj({ Type: PDFName.of("StructElem") });
  const ref = element.ref ?? context.nextRef();
  context.assign(ref, dictionary);
  writing.elements.push([ref, dictionary]);
  const page = element.kids.find((kid) => kid.kind === "content")?.page;
  const kids = element.kids.map((kid) => writeKid(writing, kid, ref, page));
  dictionary.set(KEYS.role, PDFName.of(element.role));
  dictionary.set(KEYS.parent, parent);
  setOrDelete(dictionary, KEYS.page, page);
  setOrDelete(dictionary, KEYS.kids, kids.length > 1 ? arrayOf(context, kids) : kids[0]);
  return ref;
}

function writeKid(writing: Writing, kid: StructureKid, parent: PDFRef, page: PDFRef | undefined): PDFObject {
  const { context, owners, ownersOfObjects } = writing;
  if (kid.kind === "element") return writeElement(writing, kid, parent);
  if (kid.kind === "object") {
    ownersOfObjects.set(kid.object, parent);
    return context.obj({ Type: PDFName.of("OBJR"), Obj: kid.object, Pg: kid.page });
  }
  const ofPage = owners.get(kid.page) ?? [];
  ofPage[kid.id] = parent;
  owners.set(kid.page, ofPage);
  return kid.page === page
    ? PDFNumber.of(kid.id)
    : context.obj({ Type: PDFName.of("MCR"), Pg: kid.page, MCID: kid.id });
}

function setOrDelete(dictionary: PDFDict, key: PDFName, value: PDFObject | undefined): void {
  if (value) dictionary.set(key, value);
  else dictionary.delete(key);
}

function arrayOf(context: PDFContext, items: Iterable<PDFObject>): PDFArray {
  const array = PDFArray.withContext(context);
  for (const item of items) array.push(item);
  return array;
}

/** ISO 32000-1, 14.7.4.4: from what stands on a page back to its element. */
function writeParentTree(document: PDFDocument, tree: PDFDict, { context, owners, ownersOfObjects }: Writing): void {
  const entries: [number, PDFObject][] = [];
  const add = (dictionary: PDFDict | undefined, key: string, value: PDFObject): void => {
    const number = dictionary?.lookupMaybe(PDFName.of(key), PDFNumber);
    if (number) entries.push([number.asNumber(), value]);
  };
  for (const page of document.getPages()) {
    const ofPage = Array.from(owners.get(page.ref) ?? [], (ref) => ref ?? PDFNull);
    add(page.node, "StructParents", context.register(arrayOf(context, ofPage)));
  }
  for (const [object, owner] of ownersOfObjects) {
    add(context.lookupMaybe(object, PDFDict), "StructParent", owner);
  }
  entries.sort(([a], [b]) => a - b);
  const numbers = entries.flatMap(([number, value]) => [PDFNumber.of(number), value]);
  deleteParentTree(context, tree.get(PDFName.of("ParentTree")));
  tree.set(PDFName.of("ParentTree"), context.register(context.obj({ Nums: arrayOf(context, numbers) })));
  tree.set(PDFName.of("ParentTreeNextKey"), PDFNumber.of((entries.at(-1)?.[0] ?? -1) + 1));
}

/** The old tree would stay in the file, unused. */
function deleteParentTree(context: PDFContext, node: PDFObject | undefined): void {
  const dictionary = context.lookupMaybe(node, PDFDict);
  for (const kid of dictionary?.lookupMaybe(PDFName.of("Kids"), PDFArray)?.asArray() ?? [])
    deleteParentTree(context, kid);
  for (const value of dictionary?.lookupMaybe(PDFName.of("Nums"), PDFArray)?.asArray() ?? []) {
    if (value instanceof PDFRef && context.lookup(value) instanceof PDFArray) context.delete(value);
  }
  if (node instanceof PDFRef) context.delete(node);
}
