import { createHash } from "node:crypto";

// RFC 9562, 6.6: the namespace of names that are URLs.
const URL_NAMESPACE = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

/** The UUID of a name (version 5; RFC 9562, 5.5): the same in every build. */
export function uuidOf(name: string): string {
  const namespace = Buffer.from(URL_NAMESPACE.replaceAll("-", ""), "hex");
  const bytes = createHash("sha1").update(namespace).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return format(bytes.toString("hex"));
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
// TypeID 0.3: a type, and a UUID of 128 bits in 26 digits of 5 bits each, of which the first holds 3.
const TYPE_ID = /^[a-z](?:[a-z_]*[a-z])?_([0-7][0-9a-hjkmnp-tv-z]{25})$/;
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/** The UUID that an id is, or holds as a TypeID; undefined where it is another sort of id. */
export function uuidIn(id: string): string | undefined {
  if (UUID.test(id)) return id;
  const [, digits] = TYPE_ID.exec(id) ?? [];
  if (digits === undefined) return undefined;
  const value = [...digits].reduce((sum, digit) => sum * 32n + BigInt(DIGITS.indexOf(digit)), 0n);
  return format(value.toString(16).padStart(32, "0"));
}

function format(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
