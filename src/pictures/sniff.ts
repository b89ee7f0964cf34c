/** What a file is, by what it begins with: a name may say anything. */
export type Sniffed =
  | { read: "png" | "jpeg" | "gif" | "webp" | "avif" | "tiff" | "bmp" | "gzip" | "markup" }
  | { unread: string };

// How each type begins, in hexadecimal digits.
const READ: readonly { read: "png" | "jpeg" | "gif" | "webp" | "tiff" | "bmp" | "gzip"; begins: RegExp }[] = [
  { read: "png", begins: /^89504e470d0a1a0a/ },
  { read: "jpeg", begins: /^ffd8ff/ },
  { read: "gif", begins: /^47494638(?:37|39)61/ },
  { read: "webp", begins: /^52494646.{8}57454250/ },
  { read: "tiff", begins: /^(?:4949(?:2a|2b)00|4d4d00(?:2a|2b))/ },
  { read: "bmp", begins: /^424d.{8}00000000/ },
  { read: "gzip", begins: /^1f8b/ },
];

// Those that no edition shows and no decoder here reads, by the names that their users know.
const UNREAD: readonly { unread: string; begins: RegExp }[] = [
  { unread: "an icon file (ICO)", begins: /^0000(?:01|02)00(?!0000)/ },
  { unread: "JPEG 2000", begins: /^(?:0000000c6a502020|ff4fff51)/ },
  { unread: "JPEG XL", begins: /^(?:0000000c4a584c20|ff0a)/ },
  { unread: "a Photoshop file", begins: /^38425053/ },
  { unread: "a PDF file", begins: /^255044462d/ },
  { unread: "PostScript", begins: /^(?:25215053|c5d0d3c6)/ },
  { unread: "a Windows metafile", begins: /^(?:d7cdc69a|01000000.{72}20454d46)/ },
  { unread: "a film", begins: /^(?:1a45dfa3|.{8}66747970(?:69736f6d|6d70|4d3456|7174))/ },
  { unread: "an archive", begins: /^504b0304/ },
  // It has no signature: whether there are colours of its own, the type of picture, and bits a pixel.
  { unread: "a Targa file (TGA)", begins: /^..0[01]0[1239ab].{26}(?:08|0f|10|18|20)/ },
];

// The type `ftyp` of ISO 14496-12, and the brands in it: the first, and those it is compatible with.
const BRANDED = /^.{8}66747970(.{8}).{8}(.*)/;
const AVIF = /617669(?:66|73)/;
const HEIC = /6865(?:69|76).{2}|6d696631|6d736631/;
// UTF-8 with its mark or without, UTF-16 with or without.
const MARKUP = /^(?:efbbbf)?(?:09|0a|0d|20)*3c|^(?:fffe|feff|3c00|003c)/;
const TEXT = /^(?:09|0a|0d|[2-7].|[89a-f].)+$/;

/** @param bytes a whole file, or its first hundred bytes */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { unread: "an empty file" };
  const start = Buffer.from(bytes.subarray(0, 100)).toString("hex");
  const known = READ.find(({ begins }) => begins.test(start));
  if (known) return { read: known.read };
  const brands = BRANDED.exec(start)?.slice(1).join("") ?? "";
  if (AVIF.test(brands)) return { read: "avif" };
  if (HEIC.test(brands)) return { unread: "HEIC" };
  const other = UNREAD.find(({ begins }) => begins.test(start));
  if (other) return { unread: other.unread };
  if (MARKUP.test(start)) return { read: "markup" };
  return { unread: TEXT.test(start) ? "text" : "of no known type" };
}
