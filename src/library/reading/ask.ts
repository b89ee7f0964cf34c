import type { z } from "zod";
import { pathOf } from "../front-matter/field-path.js";
import { isMap } from "../metadata/kinds.js";
import type { Note } from "../metadata/note.js";
import { contributors } from "../metadata/people.js";
import type { Json, JsonObject, Origin } from "../pattern.js";
import { pointAt } from "../point.js";
import { isList, type PlaceSpec, parsePlace } from "./place.js";
import type { ReadingRule } from "./rule.js";
import type { Found, Shape, Sources } from "./sources.js";
import { STEPS, type StepName } from "./steps.js";

/** A value of a field, and the way to it in the front matter: none where it stands elsewhere. */
export interface Given<Value> {
  value: Value;
  keys: readonly string[];
}

/** Asks a file for its fields, by the places that its rule names for each. */
export interface Ask {
  /** What the first place gives that has such a value. */
  one<Value>(field: string, kind: z.ZodType<Value>): Given<Value> | undefined;
  /** The same, of every place where the rule wants all of them. */
  all<Value>(field: string, kind: z.ZodType<Value>): Given<Value>[];
  /** What the front matter has at a place, with its fields called as `names` says. */
  front<Value>(
    place: string,
    kind: z.ZodType<Value>,
    names?: Readonly<Record<string, string>>,
  ): Given<Value> | undefined;
  origins: Record<string, Origin>;
  /** What is read of the body, and is no part of it any more. */
  taken: Found[];
  /** Paths of what was read of the front matter, or was of the wrong shape. */
  used: ReadonlySet<string>;
  /** What is of the wrong shape, by path: kept. */
  misfits: JsonObject;
}

export function openAsk(rule: ReadingRule, sources: Sources, note: Note): Ask {
  const { front } = sources;
  const used = new Set<string>();
  const misfits: JsonObject = {};
  const origins: Record<string, Origin> = {};
  const taken: Found[] = [];

  const setAside = (keys: readonly string[]): void => {
    const path = pathOf(keys);
    used.add(path);
    if (path in misfits) return;
    const value = valueAt(front.data, keys);
    misfits[path] = value ?? null;
    note("fields-have-their-type", keys, `${path}: ${describe(value)}`);
  };

  /** A value of that kind; odd entries of a list are set aside, and so is a value of another kind. */
  const conform = <Value>(kind: z.ZodType<Value>, raw: Json, keys: readonly string[]): Value | undefined => {
    let value = raw;
    for (;;) {
      const result = kind.safeParse(value);
      if (result.success) return result.data;
      if (keys.length === 0) return undefined;
      const odd = new Set(result.error.issues.map(({ path: [index] }) => Number(index)));
      const entries = Array.isArray(value) ? value : undefined;
      if (!entries || [...odd].some((at) => !Number.isInteger(at) || entries[at] === null)) {
        setAside(keys);
        return undefined;
      }
      for (const at of odd) setAside([...keys, String(at)]);
      value = entries.map((entry, at) => (odd.has(at) ? null : entry));
    }
  };

  const atKey = (keys: readonly string[]): Json | undefined => {
    for (let depth = 1; depth < keys.length; depth++) {
      const holder = valueAt(front.text, keys.slice(0, depth));
      if (holder === undefined || holder === null) return undefined;
      if (isMap(holder)) continue;
      // A list of maps is asked for what each says.
      if (Array.isArray(holder) && holder.some(isMap)) return listAt(holder, keys.slice(depth));
      setAside(keys.slice(0, depth));
      return undefined;
    }
    return valueAt(front.text, keys);
  };

  const search = <Value>(spec: PlaceSpec, kind: z.ZodType<Value>, field: string, step: StepName[]): Given<Value>[] => {
    if (typeof spec === "string") return searchPlace(spec, kind, field, step);
    if (!isList(spec)) {
      const name = spec.with as StepName; // the schema lets no other through
      if (name !== "all") return search(spec.in, kind, field, [name, ...step]);
      return [spec.in].flat().flatMap((one: PlaceSpec) => search(one, kind, field, step));
    }
    for (const one of spec) {
      const given = search(one, kind, field, step);
      if (given.length > 0) return given;
    }
    return [];
  };

  const searchPlace = <Value>(
    written: string,
    kind: z.ZodType<Value>,
    field: string,
    steps: StepName[],
  ): Given<Value>[] => {
    const place = parsePlace(written);
    if (!place) return [];
    const found =
      place.kind === "key" ? { value: atKey(place.keys) ?? null, keys: place.keys } : sources.at(place, shapeOf(kind));
    if (!found || isNothing(found.value)) return [];
    const keys = found.keys ?? [];
    let raw: Json | undefined = found.value;
    for (const step of steps) raw = raw === undefined ? undefined : STEPS[step](raw);
    if (raw === undefined || isNothing(raw)) return [];
    const value = conform(kind, raw, keys);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    if (keys.length > 0) used.add(pathOf(keys));
    // Where a field of the front matter stands is known by its name.
    const { section, heading, element } = found;
    const point = section?.place ?? heading?.place ?? (element && pointAt(front.body, element.start));
    origins[field] ??= { place: written, ...(point ? { point } : {}) };
    if (found.section || found.heading || found.element) taken.push(found);
    return [{ value, keys }];
  };

  return {
    one: (field, kind) => search(rule.fields[field] ?? [], kind, field, [])[0],
    all: (field, kind) => search(rule.fields[field] ?? [], kind, field, []),
    front(written, kind, names = {}) {
      const place = parsePlace(written);
      if (place?.kind !== "key") return undefined;
      const raw = atKey(place.keys);
      if (raw === undefined || isNothing(raw)) return undefined;
      const value = conform(kind, rename(raw, names), place.keys);
      if (value !== undefined) used.add(pathOf(place.keys));
      return value === undefined ? undefined : { value, keys: place.keys };
    },
    origins,
    taken,
    used,
    misfits,
  };
}

/** A field that was left blank says nothing. */
function isNothing(value: Json): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

/** How a field takes words: only as one text, always as a list, or in either form. */
function shapeOf(kind: z.ZodType): Shape {
  if (kind === contributors) return "people";
  if (!kind.safeParse(["one", "two"]).success) return "text";
  return Array.isArray(kind.safeParse("one").data) ? "list" : "either";
}

function rename(value: Json, names: Readonly<Record<string, string>>): Json {
  if (Object.keys(names).length === 0) return value;
  if (Array.isArray(value)) return value.map((entry) => rename(entry, names));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [names[key] ?? key, entry]));
}

function listAt(list: readonly Json[], keys: readonly string[]): Json {
  return list.flatMap((entry) => (isMap(entry) ? (valueAt(entry, keys) ?? []) : []));
}

export function valueAt(data: Json, keys: readonly string[]): Json | undefined {
  let value: Json | undefined = data;
  for (const key of keys) {
    if (typeof value !== "object" || value === null) return undefined;
    if (Array.isArray(value)) value = value[Number(key)];
    else value = Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

function describe(value: Json | undefined): string {
  const json = JSON.stringify(value) ?? "nothing";
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}
