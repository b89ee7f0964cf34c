import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { RELATION_KINDS } from "../library/pattern.js";
import type { Content } from "./edition.js";
import { fieldsOfRecord } from "./fields.js";

/** What a record says, as far as editions are compared. */
export interface RecordContent extends Content {
  formerSlugs: readonly string[];
}

const record = z.looseObject({
  id: z.string(),
  former_slugs: z.array(z.string()).default([]),
  source: z.looseObject({ sha256: z.string() }),
  relations: z.array(z.looseObject({ kind: z.string(), target_id: z.string(), stated: z.boolean() })),
  sections: z.array(
    z.looseObject({
      id: z.string(),
      role: z.string(),
      title: z.string().nullable(),
      markdown: z.string().nullable(),
    }),
  ),
});

interface Wanted {
  /** Whether the record of a pattern is of the state that is compared. */
  isWanted(id: string, sha256: string): boolean;
  /** Whether the other edition has a file of that hash: the text is the same. */
  isKnown(sha256: string): boolean;
}

/** The records of a dataset by id, those that are wanted; none where there is no dataset, or one that cannot be read. */
export async function readRecords(
  folder: string,
  { isWanted, isKnown }: Wanted,
): Promise<ReadonlyMap<string, RecordContent>> {
  const records = new Map<string, RecordContent>();
  const read = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const line of readLines(chunks)) {
      const { success, data } = record.safeParse(JSON.parse(line));
      if (!success || !isWanted(data.id, data.source.sha256)) continue;
      const sections = isKnown(data.source.sha256) ? undefined : listSections(data.sections);
      records.set(data.id, { ...toContent(data), sections });
    }
  };
  const packed = join(folder, "patterns.jsonl.gz");
  const plain = join(folder, "patterns.jsonl");
  try {
    if (existsSync(packed)) await pipeline(createReadStream(packed), createGunzip(), read);
    else if (existsSync(plain)) await pipeline(createReadStream(plain), read);
    return records;
  } catch {
    // A dataset that is cut off counts as missing; the report says what was not compared.
    return new Map();
  }
}

async function* readLines(chunks: AsyncIterable<Buffer>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    const lines = `${rest}${decoder.decode(chunk, { stream: true })}`.split("\n");
    rest = lines.pop() ?? "";
    yield* lines.filter((line) => line !== "");
  }
  if (rest !== "") yield rest;
}

type Read = z.infer<typeof record>;

function toContent(data: Read): Omit<RecordContent, "sections"> {
  const relations = data.relations.flatMap(({ kind, target_id, stated }) => {
    const known = RELATION_KINDS.find((one) => one === kind);
    return stated && known ? [{ kind: known, target: target_id }] : [];
  });
  return { formerSlugs: data.former_slugs, relations, fields: fieldsOfRecord(data) };
}

/** Footnotes stand in the Markdown of the sections that call them. */
function listSections(sections: Read["sections"]): Content["sections"] {
  return sections.flatMap(({ id, role, title, markdown }) =>
    markdown === null ? [] : [{ id, role, title: title ?? "", text: markdown }],
  );
}
