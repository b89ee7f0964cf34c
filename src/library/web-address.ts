// What an address on the web is depends on what is done with it. These are all the meanings there are:
// - isUrl: browsers can read it, whatever its scheme
// - startsAsWebAddress: somebody means the web; the rest may be broken, and is repaired or refused elsewhere
// - isWebAddress: a reader may be sent there, by what is written and no other signs
// - isIri: it may stand in RDF and in XML as it is, without one more escape
// - readAddress: what front matter gives for an address, and why it is none
// - readWhole: the same of a text that may be words as well

/**
 * Whether browsers can read a text as an address, from a base where one is given. `URL.canParse` says no to every
 * address with a letter from Latin-1, ä or é say, once Node 20 has compiled the code that asks it.
 */
export function isUrl(text: string, base?: string | URL): boolean {
  try {
    return new URL(text, base) !== undefined;
  } catch {
    return false;
  }
}

/** Whether a text starts as an address on the web does, with its scheme and two slashes. */
export function startsAsWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** Whether a text is an address on the web, whole and without white space, that browsers can read. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && isUrl(text);
}

/** The page that a pattern names as its own on the web, where a reader may be sent there. */
export function findWebPage({ pageUrl }: { pageUrl?: string | undefined }): string | undefined {
  return pageUrl !== undefined && isWebAddress(pageUrl) ? pageUrl : undefined;
}

// RFC 3986: none of these stands in an address unescaped, and one # at most.
const IRI = /^https?:\/\/(?:[^\s<>"{}|\\^`[\]#%]|%[0-9a-f]{2})+(?:#(?:[^\s<>"{}|\\^`[\]#%]|%[0-9a-f]{2})*)?$/iu;

/** Whether a text is an address on the web in which everything is escaped that has to be (RFC 3986, RFC 3987). */
export function isIri(text: string): boolean {
  return IRI.test(text) && isUrl(text);
}

/** Why a text is no address that a reader may be sent to. */
export type AddressFault = "scheme" | "user" | "form";

/** An address as it is used: percent-encoded, with its scheme; or why it is none. */
export type ReadAddress = { address: string; isBare: boolean } | { fault: AddressFault };

// RFC 3986, 3.1; a dot is allowed there, and stands in no scheme that is in use, but in every name of a host.
const SCHEME = /^([a-z][a-z0-9+-]*):/i;
const BARE_HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,63}(?::\d+)?(?=[/?#]|$)/u;
// What runs, or opens what is on the reader's machine.
const ACTIVE = /^\s*(?:javascript|vbscript|data|file|blob|about|filesystem|view-source):\S/i;

/** Reads an address as front matter gives it: `https`, `http` or `mailto`, or the name of a host alone. */
export function readAddress(written: string): ReadAddress {
  const text = written.trim();
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme === "mailto")
    return /^mailto:[^\s@]+@[^\s@]+$/i.test(text) ? { address: encode(text), isBare: false } : { fault: "form" };
  const isBare = BARE_HOST.test(text);
  if (!isBare && scheme !== undefined && scheme !== "http" && scheme !== "https") return { fault: "scheme" };
  if (!isBare && !/^https?:\/\/[^/]/i.test(text)) return { fault: "form" };
  const whole = isBare ? `https://${text}` : text;
  if (!isUrl(whole)) return { fault: "form" };
  // RFC 3986, 7.5 and 7.6: it discloses a password, or makes a host look like another.
  if (/^https?:\/\/[^/?#]*@/i.test(whole)) return { fault: "user" };
  return { address: encode(whole), isBare };
}

/** Reads an address out of a text that may be one, or words: undefined for words. */
export function readWhole(text: string): ReadAddress | undefined {
  return /^https?:\/\/\S+$/i.test(text) ? readAddress(text) : undefined;
}

/** Whether a text meant for words is an address that runs or opens something of the reader's. */
export function isActive(text: string): boolean {
  return ACTIVE.test(text);
}

/** Escapes what RFC 3986 lets stand in no address; letters of other scripts stay, as in an IRI (RFC 3987). */
function encode(address: string): string {
  const [, host = "", rest = ""] = /^([a-z]+:(?:\/\/[^/?#]*)?)(.*)$/is.exec(address) ?? [];
  const [path = "", ...fragments] = rest.split("#");
  const escaped = [path, fragments.join("%23")].map((part) =>
    part.replace(/%(?![0-9a-f]{2})/gi, "%25").replace(/[\s<>"{}|\\^`[\]]/g, encodeURIComponent),
  );
  return host + (fragments.length > 0 ? escaped.join("#") : escaped[0]);
}
