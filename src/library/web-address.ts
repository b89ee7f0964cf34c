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
  if (!URL.canParse(whole)) return { fault: "form" };
  // RFC 3986, 7.5 and 7.6: it discloses a password, or makes a host look like another.
  if (/^https?:\/\/[^/?#]*@/i.test(whole)) return { fault: "user" };
  return { address: encode(whole), isBare };
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
