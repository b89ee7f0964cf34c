const ENTRY_BYTES = 20;
/** How objects begin that only readers need; there are seventy of them to a page. */
const LEFT_OUT = ["/Type /StructElem", "/Type /ParentTree", "/Type /StructTreeRoot", "/Type /Annot"].map((type) =>
  Buffer.from(type, "latin1"),
);
// `12345 0 obj\n<<` stands before them.
const LONGEST_HEAD = 40;

/**
 * The bytes of a PDF as Chromium writes it, without the objects of its tags and links: parsing them would take longer
 * than all else the press edition needs. What still names them finds nothing there (ISO 32000-1, 7.3.10). A file that
 * has no plain cross-reference table comes back as it is.
 */
export function dropTags(file: Buffer): Buffer {
  const objects = placesOfObjects(file);
  if (!objects) return file;
  const { places, end } = objects;
  const pieces: Buffer[] = [];
  let kept = 0;
  for (const [index, place] of places.entries()) {
    const behind = places[index + 1] ?? end;
    if (!isLeftOut(file.subarray(place, Math.min(place + LONGEST_HEAD, behind)))) continue;
    pieces.push(file.subarray(kept, place));
    kept = behind;
  }
  return Buffer.concat([...pieces, file.subarray(kept)]);
}

/** ISO 32000-1, 7.5.4 and 7.5.5: where the objects begin, in their order, and where the last ends. */
function placesOfObjects(file: Buffer): { places: number[]; end: number } | undefined {
  const tail = file.subarray(-64).toString("latin1");
  const end = Number(/startxref\s+(\d+)/.exec(tail)?.[1]);
  const head = /^xref\s+0 (\d+)\s*\n/.exec(file.subarray(end, end + 40).toString("latin1"));
  if (!head) return undefined;
  const places: number[] = [];
  const first = end + head[0].length;
  for (let entry = 0; entry < Number(head[1]); entry++) {
    const text = file.toString("latin1", first + entry * ENTRY_BYTES, first + (entry + 1) * ENTRY_BYTES);
    const place = /^(\d{10}) \d{5} ([nf])/.exec(text);
    if (!place) return undefined;
    if (place[2] === "n") places.push(Number(place[1]));
  }
  return { places: places.sort((a, b) => a - b), end };
}

function isLeftOut(head: Buffer): boolean {
  return LEFT_OUT.some((type) => head.includes(type));
}
