import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./editions.js";

/** What a field of one line says in each of our own patterns: read without the code that is tested. */
export function ownFields(name: string): string[] {
  const folder = join(ROOT, "patterns");
  const field = new RegExp(`^ *${name}: *(.+)$`, "m");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => field.exec(readFileSync(join(folder, file), "utf8"))?.[1] ?? []);
}
