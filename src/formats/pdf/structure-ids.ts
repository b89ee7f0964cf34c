import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";

const ID = PDFName.of("ID");

/**
 * Chromium names structure elements after its own nodes (`node00000672`), whose numbers differ from run to run. Names
 * them by their order in the file and sorts the tree that finds them (ISO 32000-1, 14.7.2, IDTree; 7.9.6, name trees).
 */
export function renumberStructureIds(document: PDFDocument): void {
  const { context, catalog } = document;
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  if (!root?.has(PDFName.of("IDTree"))) return;
  const names = new Map<string, PDFString>();
  const entries: PDFObject[] = [];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const id = object instanceof PDFDict ? object.get(ID) : undefined;
    if (!(object instanceof PDFDict) || !isText(id)) continue;
    const name = PDFString.of(`e${String(names.size + 1).padStart(7, "0")}`);
    names.set(id.decodeText(), name);
    object.set(ID, name);
    entries.push(name, ref);
  }
  for (const [, object] of context.enumerateIndirectObjects()) renameHeaders(object, names);
  deleteTree(context, root.get(PDFName.of("IDTree")));
  const [first, last] = [entries[0], entries.at(-2)];
  if (!first || !last) return;
  const leaf = context.register(context.obj({ Limits: [first, last], Names: entries }));
  root.set(PDFName.of("IDTree"), context.register(context.obj({ Kids: [leaf] })));
}

/** The old tree would stay in the file, unused, with the old names. */
function deleteTree(context: PDFContext, node: PDFObject | undefined): void {
  const dictionary = context.lookupMaybe(node, PDFDict);
  const kids = dictionary?.lookupMaybe(PDFName.of("Kids"), PDFArray);
  for (const kid of kids?.asArray() ?? []) deleteTree(context, kid);
  if (node instanceof PDFRef) context.delete(node);
}

/** Table cells name their header cells in an attribute (ISO 32000-1, 14.8.5.7). */
function renameHeaders(object: PDFObject, names: ReadonlyMap<string, PDFString>): void {
  if (object instanceof PDFArray) {
    for (const item of object.asArray()) renameHeaders(item, names);
  } else if (object instanceof PDFDict) {
    const attributes = object.get(PDFName.of("A"));
    if (attributes) renameHeaders(attributes, names);
    const headers = object.get(PDFName.of("Headers"));
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
