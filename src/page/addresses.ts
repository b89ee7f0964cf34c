const ADDRESS = /(\S*(?::\/\/|\bwww\.|\bdoi\.org)\S*)/;

/** Parts a text at the addresses in it: text and address in turn, each address in the pieces between which it breaks. */
export function splitAddresses(text: string): string[][] {
  return text.split(ADDRESS).map((part, at) => (at % 2 === 0 ? [part] : piecesOf(part)));
}

/**
 * An address breaks without a hyphen: after `://`, before `/ ~ . , - _ ? # %`, at `= &` on either side. So no line ends in
 * a hyphen or a point that could be taken for one of the book's (Chicago Manual, 14.18).
 */
const BREAK = /(?<=:\/\/)|(?<![/:])(?=[/~.,\-_?#%=&][\p{L}\p{N}])|(?<=[=&])(?=[\p{L}\p{N}])/u;

// A longer piece is broken anywhere: it may be longer than a line.
const LONGEST_PIECE = 24;
const SHORT_PIECE = /.{1,12}/gsu;

function piecesOf(address: string): string[] {
  return address
    .split(BREAK)
    .flatMap((piece) => (piece.length > LONGEST_PIECE ? (piece.match(SHORT_PIECE) ?? []) : [piece]));
}
