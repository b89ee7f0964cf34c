import type { Element } from "xast";
import type { TakenMargin } from "../model.js";
import { makeInert } from "./inert.js";
import { setApart } from "./numbering.js";
import type { OpenedReference } from "./open.js";
import { keepToSchema } from "./schema.js";
import { renameStyles } from "./styles.js";
import { elementsOf, parsePart, printPart } from "./xml-tree.js";

export interface TakenMargins {
  margins: TakenMargin[];
  /** By path in the package. */
  parts: Record<string, string | Uint8Array>;
  dropped: string[];
}

/** Theirs are numbered after any of ours. */
const FIRST = 901;
const KIND = /\/(header|footer)$/;
const PICTURE = /\.(png|jpe?g|gif|bmp|emf|wmf|tiff?|svg)$/i;

/** Takes over the headers and footers that a section names (ECMA-376, 17.10), with their pictures. */
export function takeMargins(
  section: Element,
  reference: OpenedReference,
  ids: ReadonlyMap<string, string>,
): TakenMargins {
  const named = relationshipsOf("document.xml", reference);
  const taken: TakenMargins = { margins: [], parts: {}, dropped: [] };
  for (const element of elementsOf(section)) {
    const kind = element.name === "w:headerReference" ? "header" : element.name === "w:footerReference" ? "footer" : "";
    const target = named.get(element.attributes["r:id"] ?? "");
    const source = target && KIND.test(target.type) ? reference.text(`word/${target.path}`) : undefined;
    const root = source === undefined ? undefined : parsePart(source);
    if (kind === "" || !target || !root) continue;
    const part = `${kind}${FIRST + taken.margins.length}.xml`;
    const type = element.attributes["w:type"];
    taken.margins.push({ kind, type: type === "first" || type === "even" ? type : "default", part });
    takePart(root, part, relationshipsOf(target.path, reference), { reference, ids, taken });
  }
  return taken;
}

interface Taking {
  reference: OpenedReference;
  ids: ReadonlyMap<string, string>;
  taken: TakenMargins;
}

function takePart(root: Element, part: string, relationships: Relationships, { reference, ids, taken }: Taking): void {
  const pictures = [...relationships].flatMap(([id, { type, path, isOutside }]) => {
    const bytes =
      isOutside || !/\/image$/.test(type) || !PICTURE.test(path) ? undefined : reference.bytes(`word/${path}`);
    const ending = PICTURE.exec(path)?.[0].toLowerCase() ?? "";
    return bytes ? [{ id, bytes, target: `media/reference-${part.replace(".xml", "")}-${id}${ending}` }] : [];
  });
  const isInside = (id: string): boolean => pictures.some((picture) => picture.id === id);
  const { part: inert, dropped } = makeInert(root, isInside);
  taken.dropped.push(...dropped);
  taken.parts[`word/${part}`] = printPart(keepToSchema(setApart(renameStyles(inert, ids))));
  if (pictures.length === 0) return;
  for (const { bytes, target } of pictures) taken.parts[`word/${target}`] = bytes;
  taken.parts[`word/_rels/${part}.rels`] = printPart({
    type: "element",
    name: "Relationships",
    attributes: { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" },
    children: pictures.map(({ id, target }) => ({
      type: "element",
      name: "Relationship",
      attributes: {
        Id: id,
        Type: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
        Target: target,
      },
      children: [],
    })),
  });
}

type Relationships = ReadonlyMap<string, { type: string; path: string; isOutside: boolean }>;

/** The relationships of a part beside the document's, by id. */
function relationshipsOf(part: string, reference: OpenedReference): Relationships {
  const source = reference.text(`word/_rels/${part}.rels`);
  const root = source === undefined ? undefined : parsePart(source);
  const found = (root ? elementsOf(root) : []).map(({ attributes }) => {
    const [id, type, target] = [attributes.Id ?? "", attributes.Type ?? "", attributes.Target ?? ""];
    // Targets are relative to word/, or absolute in the package.
    const path = target.replace(/^\/word\//, "");
    return [id, { type, path, isOutside: attributes.TargetMode === "External" }] as const;
  });
  return new Map(found);
}
