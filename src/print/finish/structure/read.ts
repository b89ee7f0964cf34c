import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from "@cantoo/pdf-lib";
import type { StructureElement, StructureKid } from "./tree.js";

export interface Structure {
  root: StructureElement;
  /** The objects of all its elements. */
  refs: readonly PDFRef[];
}

const S = PDFName.of("S");
const K = PDFName.of("K");
const PAGE = PDFName.of("Pg");
const TYPE = PDFName.of("Type");

/**
 * Reads the structure tree of a tagged PDF (ISO 32000-1, 14.7).
 * @throws where the document is not tagged, which a print of ours always is
 */
export function readStructure({ context, catalog }: PDFDocument): Structure {
  const tree = catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const refs: PDFRef[] = [];
  const [root] = readKids(context, tree.get(K), undefined, refs);
  if (root?.kind !== "element") throw new Error("the structure tree has no root element");
  return { root, refs };
}

function readKids(
  context: PDFContext,
  value: PDFObject | undefined,
  page: PDFRef | undefined,
  refs: PDFRef[],
): StructureKid[] {
  const items = value instanceof PDFArray ? value.asArray() : value ? [value] : [];
  return items.flatMap((item) => {
    const object = context.lookup(item);
    if (object instanceof PDFArray) return readKids(context, object, page, refs);
    if (object instanceof PDFNumber) return page ? [{ kind: "content", page, id: object.asNumber() }] : [];
    return object instanceof PDFDict ? readKid(context, item, object, page, refs) : [];
  });
}

function readKid(
  context: PDFContext,
  item: PDFObject,
  dictionary: PDFDict,
  page: PDFRef | undefined,
  refs: PDFRef[],
): StructureKid[] {
  const own = dictionary.get(PAGE);
  const its = own instanceof PDFRef ? own : page;
  const type = dictionary.lookupMaybe(TYPE, PDFName)?.decodeText();
  if (type === "MCR") {
    const id = dictionary.lookup(PDFName.of("MCID"), PDFNumber).asNumber();
    return its ? [{ kind: "content", page: its, id }] : [];
  }
  if (type === "OBJR") {
    const object = dictionary.get(PDFName.of("Obj"));
    return its && object instanceof PDFRef ? [{ kind: "object", page: its, object }] : [];
  }
  if (item instanceof PDFRef) refs.push(item);
  return [
    {
      kind: "element",
      role: dictionary.lookup(S, PDFName).decodeText(),
      attributes: dictionary,
      ...(item instanceof PDFRef ? { ref: item } : {}),
      kids: readKids(context, dictionary.get(K), its, refs),
    },
  ];
}
