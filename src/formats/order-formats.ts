import type { Format } from "./format.js";

/**
 * The order in which editions are made: an edition that gives places before those that need them, otherwise as listed.
 * Of those that need each other the first is made first.
 */
export function orderFormats(formats: readonly Format[]): Format[] {
  const ordered: Format[] = [];
  const left = [...formats];
  while (left.length > 0) {
    const ready = left.findIndex(({ needs = [] }, at) =>
      left.every(({ gives = [] }, other) => other === at || !needs.some((place) => gives.includes(place))),
    );
    ordered.push(...left.splice(Math.max(ready, 0), 1));
  }
  return ordered;
}
