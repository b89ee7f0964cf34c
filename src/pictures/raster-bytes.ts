/** Whether a PNG or GIF says that it has no pixels. */
export function isEmpty(bytes: Uint8Array, type: string): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === "png" && bytes.length >= 24) return view.getUint32(16) === 0 || view.getUint32(20) === 0;
  if (type === "gif" && bytes.length >= 10) return view.getUint16(6, true) === 0 || view.getUint16(8, true) === 0;
  return false;
}

/** Whether a WebP keeps every pixel: it has a chunk `VP8L` where others have `VP8 `. */
export function isLossless(webp: Uint8Array): boolean {
  return /VP8L/.test(Buffer.from(webp.subarray(12, 64)).toString("latin1"));
}

/** Whether a colour profile is one of the many versions of sRGB: their descriptions say so, in one of two encodings. */
export function isSrgb(profile: Uint8Array): boolean {
  const text = Buffer.from(profile).toString("latin1");
  return text.includes("sRGB") || text.includes("s\0R\0G\0B");
}
