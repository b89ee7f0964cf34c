import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";

const ID = PDFName.of("ID");
const ROLE = PDFName.of("S");
const NOTE = PDFName.of("Note");
const ID_TREE = PDFName.of("IDTree");

/**
 * Chromium names structure elements after its own nodes (`node00000672`), whose numbers differ from run to run. Names
 * them by their order in the text and sorts the tree that finds them (ISO 32000-1, 14.7.2, IDTree; 7.9.6, name trees). A
 * note has to have one (ISO 14289-1, 7.9).
 */
export function renumberIds(context: PDFContext, root: PDFDict, elements: readonly [PDFRef, PDFDict][]): void {
  const names = new Map<string, PDFString>();
  const entries: PDFObject[] = [];
  for (const [ref, element] of elements) {
    const id = element.get(ID);
    if (!isText(id) && element.get(ROLE) !== NOTE) continue;
    const name = PDFString.of(`e${String(entries.length / 2 + 1).padStart(7, "0")}`);
    if (isText(id)) names.set(id.decodeText(), name);
    element.set(ID, name);
    entries.push(name, ref);
  }
  for (const [, element] of elements) renameHeaders(element.get(PDFName.of("A")), names);
  deleteTree(context, root.get(ID_TREE));
  root.delete(ID_TREE);
  const [first, last] = [entries[0], entries.at(-2)];
  if (!first || !last) return;
  const leaf = context.register(context.obj({ Limits: [first, last], Names: entries }));
  root.set(ID_TREE, context.register(context.obj({ Kids: [leaf] })));
}

/** The old tree would stay in the file, unused, with the old names. */
function deleteTree(context: PDFContext, node: PDFObject | undefined): void {
  const dictionary = context.lookupMaybe(node, PDFDict);
  const kids = dictionary?.lookupMaybe(PDFName.of("Kids"), PDFArray);
  for (const kid of kids?.asArray() ?? []) deleteTree(context, kid);
  if (node instanceof PDFRef) context.delete(node);
}

/** Table cells name their header cells in an attribute (ISO 32000-1, 14.8.5.7). */
function renameHeaders(attributes: PDFObject | undefined, names: ReadonlyMap<string, PDFString>): void {
  if (attributes instanceof PDFArray) {
    for (const item of attributes.asArray()) renameHeaders(item, names);
  } else if (attributes instanceof PDFDict) {
    const headers = attributes.get(PDFName.of("Headers"));
    if (headers instanceof PDFArray) rename(headers, names);
  }
}

function rename(headers: PDFArray, names: ReadonlyMap<string, PDFString>): void {
  for (const [index, header] of headers.asArray().entries()) {
    const name = isText(header) ? names.get(header.decodeText()) : undefined;
    if (name) headers.set(index, name);
  }
}

function isText(object: PDFObject | undefined): object is PDFString | PDFHexString {
  return object instanceof PDFString || object instanceof PDFHexString;
}
