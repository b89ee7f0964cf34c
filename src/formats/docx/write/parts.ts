import { element, xmlPart } from "./xml.js";

/** A picture's bytes, of a kind Word knows. */
export type LoadedPicture =
  | { type: "png" | "jpg" | "gif"; data: Uint8Array }
  | { type: "svg"; data: Uint8Array; fallback: Uint8Array };

const KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What one part of a package names: other parts and addresses outside (ECMA-376 part 2, 9.3). */
export interface Relationships {
  /** The id of the one relationship of this kind to this target. */
  idOf(kind: string, target: string, mode?: "External"): string;
  /** The part `_rels/….rels`; undefined when there is none to write. */
  write(): string | undefined;
}

export function openRelationships(): Relationships {
  const known = new Map<string, { id: string; xml: string }>();
  return {
    idOf(kind, target, mode) {
      const key = JSON.stringify([kind, target]);
      const found = known.get(key);
      if (found) return found.id;
      const id = `rId${known.size + 1}`;
      const type = kind.includes(":") ? kind : `${KINDS}/${kind}`;
      const xml = element("Relationship", { Id: id, Type: type, Target: target, TargetMode: mode });
      known.set(key, { id, xml });
      return id;
    },
    write() {
      if (known.size === 0) return undefined;
      const lines = [...known.values()].map(({ xml }) => xml);
      return xmlPart(
        "Relationships",
        { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" },
        ...lines,
      );
    },
  };
}

/** The files of pictures, which all parts share. */
export interface Media {
  /** The target of a picture's file, seen from `word/`. */
  targetOf(data: Uint8Array, type: LoadedPicture["type"]): string;
  /** By path in the package. */
  files(): Record<string, Uint8Array>;
}

export function openMedia(): Media {
  const targets = new Map<Uint8Array, string>();
  return {
    targetOf(data, type) {
      const target = targets.get(data) ?? `media/image${targets.size + 1}.${type}`;
      targets.set(data, target);
      return target;
    },
    files: () => Object.fromEntries([...targets].map(([data, target]) => [`word/${target}`, data])),
  };
}
