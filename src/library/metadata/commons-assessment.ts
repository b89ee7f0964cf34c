import { z } from "zod";
import type { Json, JsonObject, Score } from "../pattern.js";
import { number, text, unknownFields } from "./kinds.js";

const rating = z.looseObject({ score: number, rationale: text.nullish() });
const listed = rating.extend({ dimension: text });

/** A list of ratings, or a map by dimension: a number, or a rating; words beside a number in `NAME_reasoning`. */
export const assessment = z
  .union([z.array(z.unknown()), z.record(z.string(), z.unknown())])
  .transform((written, context) => {
    if (!Array.isArray(written)) return written;
    // One by one: an odd rating costs that rating.
    return written.flatMap((entry, at) => {
      const { data } = listed.safeParse(entry);
      const isGap = entry === null || entry === undefined;
      if (!data && !isGap) context.addIssue({ code: "custom", path: [at], message: "a dimension and a score" });
      return data ?? [];
    });
  });

export interface ReadAssessment {
  scores: Score[];
  overall?: number;
  /** What it says that is not read into the scores. */
  remarks: JsonObject;
}

/** What an assessment says of the whole, where it does. */
export function readOverall(written: Json): number | undefined {
  return readAssessment(assessment.safeParse(written).data).overall;
}

const OVERALL = "overall_score";
const REASONING = /_(?:reasoning|rationale)$/;

/** A front matter's `commons_assessment` → its scores. */
export function readAssessment(written: z.infer<typeof assessment> | null | undefined): ReadAssessment {
  if (!written) return { scores: [], remarks: {} };
  return Array.isArray(written) ? readList(written) : readMap(written);
}

function readList(list: readonly z.infer<typeof listed>[]): ReadAssessment {
  const more = list.some((entry) => Object.keys(unknownFields(entry, ["dimension", "score", "rationale"])).length > 0);
  return {
    scores: list.map(({ dimension, score, rationale }) => toScore(dimension, score, rationale)),
    remarks: more ? unknownFields({ ...list }, []) : {},
  };
}

function readMap(map: Record<string, unknown>): ReadAssessment {
  const scores: Score[] = [];
  const read = new Set<string>();
  for (const [key, value] of Object.entries(map)) {
    const { data: one } = rating.safeParse(value);
    const score = one ? one.score : number.safeParse(value).data;
    if (score === undefined) continue;
    const [beside] = Object.keys(map).filter((name) => REASONING.test(name) && name.replace(REASONING, "") === key);
    const words = one?.rationale ?? (beside === undefined ? undefined : text.safeParse(map[beside]).data);
    scores.push(toScore(key, score, words));
    read.add(key);
    if (beside !== undefined && words !== undefined) read.add(beside);
  }
  const overall = scores.find(({ dimension }) => dimension === OVERALL)?.value;
  return {
    scores: scores.filter(({ dimension }) => dimension !== OVERALL),
    ...(overall === undefined ? {} : { overall }),
    remarks: unknownFields(map, [...read]),
  };
}

function toScore(dimension: string, value: number, words: string | null | undefined): Score {
  const rationale = words?.trim();
  return { dimension, value, ...(rationale ? { rationale } : {}), stated: "front-matter" };
}
