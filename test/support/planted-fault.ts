import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./editions.js";

/** What the program reads beside what is compiled. */
const BESIDE = ["node_modules", "package.json", "templates", "dialects", "starter"];

/** The program in a folder of its own, where a fault can be planted. */
export interface FaultyProgram {
  /** The path of its command line. */
  cli: string;
  /**
   * From now on functions of it fail wherever a word is in what they are given, and none that was planted before.
   * @param faults of each the module's path, the name of the function and the word, parted by spaces; with “endless” after
   *   them it never ends instead
   */
  plant(...faults: readonly string[]): void;
}

/** @param folder an empty one, which the caller removes */
export function openFaultyProgram(folder: string): FaultyProgram {
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, "dist"), join(folder, "dist"), { recursive: true });
  for (const name of BESIDE) symlinkSync(join(ROOT, name), join(folder, name));
  const sound = new Map<string, string>();
  return {
    cli: join(folder, "dist/cli.js"),
    plant(...faults) {
      for (const [path, source] of sound) writeFileSync(path, source);
      for (const fault of faults) {
        const [file = "", name = "", word = "", end] = fault.split(" ");
        const path = join(folder, "dist", file);
        const source = readFileSync(path, "utf8");
        if (!sound.has(path)) sound.set(path, source);
        writeFileSync(path, plantIn(source, { name, word, isEndless: end === "endless" }));
      }
    },
  };
}

interface Fault {
  name: string;
  word: string;
  isEndless: boolean;
}

function plantIn(source: string, { name, word, isEndless }: Fault): string {
  const at = source.search(new RegExp(`\\bfunction\\*? ${name}\\(`));
  if (at < 0) throw new Error(`there is no function ${name}`);
  const begin = source.indexOf(") {", at) + 3;
  const end = isEndless ? "for (;;) try { for (;;); } catch {}" : 'throw new TypeError("planted is not a function");';
  const fault = `
    for (const given of arguments) {
      let text = "";
      try { text = JSON.stringify(given) ?? ""; } catch {}
      if (text.includes(${JSON.stringify(word)})) ${end}
    }
  `;
  return source.slice(0, begin) + fault + source.slice(begin);
}
