import { join } from "node:path";
import { describePattern, describeText } from "../../linked-data/pattern.js";
import { atMost } from "../../threads/at-most.js";
import { gatherFaults, setPattern } from "../pattern-fault.js";
import type { Basis } from "./basis.js";
import { describeRecord } from "./describe-record.js";
import { cutChunks } from "./passages/chunks.js";
import type { Sink } from "./serialization.js";
import { SERIALIZATIONS } from "./serializations/index.js";

/** Writes the patterns in every serialization, in one pass: a body is loaded when its turn comes and let go after it. */
export async function writePatterns(folder: string, basis: Basis): Promise<void> {
  const { library, setting, seconds } = basis;
  const sinks: Sink[] = [];
  for (const { path, isWanted, open } of SERIALIZATIONS) {
    if (isWanted?.(basis) ?? true) sinks.push(await open(join(folder, path), basis));
  }
  const faults = gatherFaults();
  for (const pattern of library.patterns) {
    const adding = setPattern(pattern, "jsonld", async () => {
      const body = await library.body(pattern);
      const described = atMost(seconds, () => {
        const node = describePattern(pattern, setting);
        const whole = { ...node, ...describeText(pattern, body, setting) };
        const record = describeRecord(pattern, body, setting);
        return { node, whole, record, chunks: cutChunks(record, body, basis) };
      });
      for (const sink of sinks) await sink.add({ pattern, ...described });
    });
    await faults.gather(adding);
  }
  faults.tell();
  for (const sink of sinks) await sink.close();
}
