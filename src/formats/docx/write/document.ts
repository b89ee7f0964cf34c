import type { Paragraph, Section, Story } from "../model.js";
import { type CoreProperties, writeCoreProperties } from "./core-properties.js";
import { writeFootnotes } from "./footnotes.js";
import type { House } from "./house.js";
import { openLists } from "./numbering.js";
import { pack } from "./package.js";
import { writeBody } from "./page.js";
import { type LoadedPicture, openMedia, openRelationships, type Relationships } from "./parts.js";
import type { Press } from "./press.js";

/** All that a document holds; lists, bookmarks and notes are numbered over the whole of it. */
export interface Manuscript {
  sections: readonly Section[];
  notes: Story["notes"];
  pictures: ReadonlyMap<string, LoadedPicture>;
  properties: CoreProperties;
}

/** A document's content → the bytes of a .docx: always the same ones. */
export function writeDocument(manuscript: Manuscript, house: House): Uint8Array {
  const { sections, notes, pictures, properties } = manuscript;
  const [media, lists] = [openMedia(), openLists()];
  let [drawn, controls] = [0, 0];
  const nextPicture = (): number => ++drawn;
  const nextControl = (): number => ++controls;
  const pressFor = (relationships: Relationships): Press => ({
    type: house.type,
    pictures,
    relationships,
    media,
    lists,
    nextPicture,
    nextControl,
  });
  const main = openRelationships();
  const parts: Record<string, string> = {};
  const keep = (name: string, kind: string, write: (press: Press) => string): string => {
    const own = openRelationships();
    parts[`word/${name}`] = write(pressFor(own));
    Object.assign(parts, relsOf(name, own));
    return main.idOf(kind, name);
  };
  for (const [path, kind] of SHARED) main.idOf(kind, path);
  const counts = { header: 0, footer: 0 };
  const margins = new Map<readonly Paragraph[], string>();
  const body = writeBody(sections, pressFor(main), (kind, paragraphs, write) => {
    const id = margins.get(paragraphs) ?? keep(`${kind}${++counts[kind]}.xml`, kind, write);
    margins.set(paragraphs, id);
    return id;
  });
  keep("footnotes.xml", "footnotes", (press) => writeFootnotes(notes, press));
  return pack(
    {
      "_rels/.rels": writePackageRelationships(),
      "docProps/core.xml": writeCoreProperties(properties),
      "word/document.xml": body,
      ...relsOf("document.xml", main),
      ...parts,
      "word/numbering.xml": lists.write(house.lists),
      ...house.parts,
      ...media.files(),
    },
    new Date(properties.date),
  );
}

/** The parts that every document has, seen from `word/`, by kind of relationship. */
const SHARED = [
  ["styles.xml", "styles"],
  ["numbering.xml", "numbering"],
  ["settings.xml", "settings"],
  ["fontTable.xml", "fontTable"],
  ["theme/theme1.xml", "theme"],
] as const;

const CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

function writePackageRelationships(): string {
  const relationships = openRelationships();
  relationships.idOf("officeDocument", "word/document.xml");
  relationships.idOf(CORE, "docProps/core.xml");
  return relationships.write() ?? "";
}

function relsOf(name: string, relationships: Relationships): Record<string, string> {
  const written = relationships.write();
  return written === undefined ? {} : { [`word/_rels/${name}.rels`]: written };
}
