import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import type { Answer } from "./ask.js";

// In milliseconds. The clock is used for the cache only: no artefact depends on it.
const WEEK = 604_800_000;

const kept = z.record(
  z.string(),
  z.object({ at: z.number(), answer: z.object({ kind: z.literal("there"), moved: z.string().exactOptional() }) }),
);

/** What was there within the last week, and need not be asked again. */
export interface KeptAnswers {
  find(address: string): Answer | undefined;
  /** An address that fails may be repaired, so it is asked for every time. */
  keep(address: string, answer: Answer): void;
  save(): void;
}

/** @param file where they lie from run to run; nowhere without it */
export function openKeptAnswers(file: string | undefined): KeptAnswers {
  const answers = file === undefined ? {} : read(file);
  const now = Date.now();
  return {
    find(address) {
      const found = answers[address];
      return found && now - found.at < WEEK ? found.answer : undefined;
    },
    keep(address, answer) {
      if (answer.kind === "there") answers[address] = { at: now, answer };
    },
    save() {
      if (file === undefined) return;
      mkdirSync(dirname(file), { recursive: true });
      const fresh = Object.fromEntries(Object.entries(answers).filter(([, { at }]) => now - at < WEEK));
      // Of a link there it is the link that goes, not what it leads to.
      rmSync(file, { recursive: true, force: true });
      writeFileSync(file, JSON.stringify(fresh));
    },
  };
}

function read(file: string): z.infer<typeof kept> {
  try {
    return kept.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return {}; // there is none, or nothing that can be believed
  }
}
