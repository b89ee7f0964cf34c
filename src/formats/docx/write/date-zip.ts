/** Lengths and offsets of the records of a zip archive (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). */
const END = { signature: 0x06054b50, length: 22, count: 10, start: 16 };
const ENTRY = { signature: 0x02014b50, length: 46, time: 12, name: 28, extra: 30, comment: 32, local: 42 };
const LOCAL = { time: 10 };

/**
 * Dates every file of an archive, in place.
 * @param zip an archive without comment; throws when it is none
 * @param date from 1980 to 2107, taken in UTC: the same in every time zone
 */
export function dateZip(zip: Uint8Array, date: Date): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - END.length;
  if (end < 0 || view.getUint32(end, true) !== END.signature) throw new Error("not a zip archive");
  const stamp = toDosTime(date);
  let entry = view.getUint32(end + END.start, true);
  for (let left = view.getUint16(end + END.count, true); left > 0; left--) {
    if (view.getUint32(entry, true) !== ENTRY.signature) throw new Error("a damaged zip archive");
    view.setUint32(entry + ENTRY.time, stamp, true);
    view.setUint32(view.getUint32(entry + ENTRY.local, true) + LOCAL.time, stamp, true);
    const names = [ENTRY.name, ENTRY.extra, ENTRY.comment].map((field) => view.getUint16(entry + field, true));
    entry += names.reduce((sum, length) => sum + length, ENTRY.length);
  }
}

/** Time in the lower two bytes, to two seconds; date in the upper two, from 1980. */
function toDosTime(date: Date): number {
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}
