/** Whether an address is the picture itself (RFC 2397). */
export function isInText(src: string): boolean {
  return /^\s*data:/i.test(src);
}

/** The bytes that an address of the scheme `data` holds (RFC 2397); undefined where it is none, or is not well formed. */
export function dataOf(address: string): Uint8Array | undefined {
  const [, parameters, content] = /^\s*data:([^,]*),([\s\S]*)$/i.exec(address) ?? [];
  if (parameters === undefined || content === undefined) return undefined;
  try {
    if (/;\s*base64\s*$/i.test(parameters)) return decodeBase64(decodeURIComponent(content));
    return new TextEncoder().encode(decodeURIComponent(content.replace(/%(?![\da-f]{2})/gi, "%25")));
  } catch {
    return undefined;
  }
}

function decodeBase64(text: string): Uint8Array | undefined {
  const plain = text.replace(/\s/g, "");
  return /^[\w+/-]*={0,2}$/.test(plain) ? new Uint8Array(Buffer.from(plain, "base64")) : undefined;
}
