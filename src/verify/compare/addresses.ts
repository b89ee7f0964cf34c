/** An address without its percent-encoding, where it has any: parsers write it as they like. */
export function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
