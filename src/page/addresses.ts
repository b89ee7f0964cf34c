const ADDRESS = /(\S*(?::\/\/|\bwww\.|\bdoi\.org)\S*)/;

/** Parts a text at the addresses in it: text and address in turn, each address in the pieces between which it breaks. */
export function splitAddresses(text: string): string[][] {
  return text.split(ADDRESS).map((part, at) => (at % 2 === 0 ? [part] : piecesOf(part)));
}

/** An address breaks after `/ . - _ ? = &`, without a hyphen (Chicago Manual, 14.18). */
function piecesOf(address: string): string[] {
  return address.split(/(?<=[/.\-_?=&])(?=[^/.])/);
}
