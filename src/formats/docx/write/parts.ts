/** The files of a package by their paths. */
export type Parts = ReadonlyMap<string, string | Uint8Array>;

/** A picture's bytes, of a kind Word knows. */
export type LoadedPicture =
  | { type: "png" | "jpg" | "gif"; data: Uint8Array }
  | { type: "svg"; data: Uint8Array; fallback: Uint8Array };

/** The addresses that one part of a document links to; each stands in it once. */
export interface Addresses {
  /** The id of the relationship that holds an address. */
  idOf(href: string): string;
  entries(): Iterable<[href: string, id: string]>;
}

export function openAddresses(): Addresses {
  const ids = new Map<string, string>();
  return {
    idOf(href) {
      const id = ids.get(href) ?? `Link${ids.size + 1}`;
      ids.set(href, id);
      return id;
    },
    entries: () => ids,
  };
}
