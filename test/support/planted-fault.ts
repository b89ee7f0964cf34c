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
   * From now on a function of it fails wherever a word is in what it is given, and none that was planted before.
   * @param fault the module's path, the name of the function and the word, parted by spaces; with “endless” after them it
   *   never ends instead
   */
  plant(fault: string): void;
}

/** @param folder an empty one, which the caller removes */
export function openFaultyProgram(folder: string): FaultyProgram {
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, "dist"), join(folder, "dist"), { recursive: true });
  for (const name of BESIDE) symlinkSync(join(ROOT, name), join(folder, name));
  let sound: { path: string; source: string } | undefined;
  return {
    cli: join(folder, "dist/cli.js"),
    plant(fault) {
      if (sound) writeFileSync(sound.path, sound.source);
      const [file = "", name = "", word = "", end] = fault.split(" ");
      const path = join(folder, "dist", file);
      const source = readFileSync(path, "utf8");
      writeFileSync(path, plantIn(source, { name, word, isEndless: end === "endless" }));
      sound = { path, source };
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
