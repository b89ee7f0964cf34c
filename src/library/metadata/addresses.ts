import { pathOf } from "../front-matter/field-path.js";
import type { JsonObject, Metadata } from "../pattern.js";
import type { Ask } from "../reading/ask.js";
import { isActive, readAddress, readWhole } from "../web-address.js";
import { text } from "./kinds.js";
import type { Note } from "./note.js";

type Addresses = Pick<Metadata, "repository" | "pageUrl" | "sourceUrl">;

const FIELDS = { repository: "repository", page_url: "pageUrl", github_url: "sourceUrl" } as const;

/** Where a pattern stands on the web. What leads to no page there is observed, and kept in `extra`. */
export function readAddresses(ask: Ask, note: Note): { addresses: Addresses; extra: JsonObject } {
  const addresses: Addresses = {};
  const extra: JsonObject = {};
  for (const [field, key] of Object.entries(FIELDS)) {
    const given = ask.one(field, text);
    if (!given) continue;
    const keys = given.keys.length > 0 ? given.keys : [field];
    const written = given.value.trim();
    const read = readAddress(written);
    if ("fault" in read) {
      note("addresses-are-on-the-web", keys, written, read.fault);
      extra[pathOf(keys)] = given.value;
    } else {
      if (read.isBare) note("addresses-are-on-the-web", keys, written, "bare");
      addresses[key] = read.address;
    }
  }
  return { addresses, extra };
}

/**
 * A text that may be an address or words (a work, a licence): an address is percent-encoded, one that must not be used
 * is observed, and undefined is given in its place.
 */
export function readWords(written: string, keys: readonly string[], note: Note): string | undefined {
  const text = written.trim();
  const read = readWhole(text);
  const fault = isActive(text) ? "scheme" : read && "fault" in read && read.fault === "user" ? "user" : undefined;
  if (fault) {
    note("addresses-are-on-the-web", keys, text, fault);
    return undefined;
  }
  return read && "address" in read ? read.address : text;
}
