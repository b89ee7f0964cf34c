import { wordPattern } from "./word-pattern.js";

/** Addresses by patterns with stars, and what stands for them: stars again for what the stars stood for. */
export type AddressMap = Readonly<Record<string, string>>;

/**
 * What the first pattern that fits makes of an address: `section:*` → `*` makes `oven` of `section:oven`. Undefined where
 * none fits.
 */
export function mapAddress(address: string, map: AddressMap): string | undefined {
  if (Object.hasOwn(map, address)) return map[address];
  for (const [pattern, target] of Object.entries(map)) {
    if (!pattern.includes("*")) continue;
    const found = wordPattern(pattern).match(address);
    if (!found) continue;
    let star = 0;
    return target.replace(/\*/g, () => found[star++] ?? "");
  }
  return undefined;
}
