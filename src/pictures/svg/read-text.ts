/**
 * The text of an XML file, in whatever encoding it says or shows (XML 1.0, 4.3.3 and F.1).
 * @throws Error where the bytes are not in that encoding, or nobody knows it
 */
export function readText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    // A byte order mark is taken off on the way.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`its text is not in ${encoding}`);
  }
}

function encodingOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  if (/^(?:\xff\xfe|<\0)/.test(start)) return "utf-16le";
  if (/^(?:\xfe\xff|\0<)/.test(start)) return "utf-16be";
  if (start.startsWith("\xef\xbb\xbf")) return "utf-8";
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z][\w.:-]*)["']/.exec(start)?.[1]?.toLowerCase() ?? "utf-8";
}
