import { z } from "zod";

/** The keys that may stand at a path of a schema: title, subtitle, …; none where any may, or where nothing is known of it. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const key of path) at = memberOf(at, key);
  return Object.keys(shapeOf(at));
}

function memberOf(type: unknown, key: PropertyKey): unknown {
  const members = partsOf(type).map((part) => {
    if (part instanceof z.ZodArray) return part.element;
    if (part instanceof z.ZodRecord) return part.valueType;
    return shapeOf(part)[String(key)];
  });
  return members.find((member) => member !== undefined);
}

function shapeOf(type: unknown): Record<string, unknown> {
  return Object.assign({}, ...partsOf(type).map(ownShape));
}

function ownShape(type: unknown): Record<string, unknown> {
  if (type instanceof z.ZodObject) return type.shape;
  if (!(type instanceof z.ZodRecord && type.keyType instanceof z.ZodEnum)) return {};
  return Object.fromEntries(type.keyType.options.map((name) => [String(name), type.valueType]));
}

/** The types inside wrappers: defaults, alternatives and transformations. */
function partsOf(type: unknown): unknown[] {
  if (type instanceof z.ZodPipe) return partsOf(type.in);
  if (type instanceof z.ZodUnion) return type.options.flatMap(partsOf);
  if (type instanceof z.ZodDefault || type instanceof z.ZodPrefault || type instanceof z.ZodOptional) {
    return partsOf(type.unwrap());
  }
  return [type];
}
