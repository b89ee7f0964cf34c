import { pathOf } from "./front-matter/field-path.js";
import type { Pattern } from "./pattern.js";
import type { Point } from "./point.js";
import { parsePlace, placesIn } from "./reading/place.js";
import type { ReadingRule } from "./reading/rule.js";

/** Where a field of a pattern comes from. */
export interface FieldGround {
  field: string;
  /** As the rule has it. */
  place: string;
  /** Where in the file, unless the place is no part of it. */
  point?: Point;
  /** Places that the rule names before this one, and that say nothing here. */
  before: string[];
}

/** Which place gave each field of a pattern, in the order of the rule that read it. */
export function explainFields({ givenBy, places }: Pattern, rule: ReadingRule): FieldGround[] {
  const known = Object.keys(rule.fields).filter((field) => field in givenBy);
  return known.flatMap((field): FieldGround[] => {
    const given = givenBy[field];
    if (!given) return [];
    const tried = placesIn(rule.fields[field] ?? []);
    const parsed = parsePlace(given.place);
    const point = given.point ?? (parsed?.kind === "key" ? places[pathOf(parsed.keys)] : undefined);
    return [
      {
        field,
        place: given.place,
        ...(point ? { point } : {}),
        before: tried.slice(0, Math.max(tried.indexOf(given.place), 0)),
      },
    ];
  });
}
