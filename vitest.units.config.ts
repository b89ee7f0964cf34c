import { readdirSync, readFileSync } from "node:fs";
import { mergeConfig } from "vitest/config";
import all from "./vitest.config.js";

// What builds an edition, starts the program or asks another's: whole seconds each, where a function takes milliseconds.
const SLOW =
  /buildEditions|launchBrowser|build\.js"|child_process|support\/(?:in-process|npm|planted-fault|program|runner)\.js/;

/** The tests that call functions and read files, and do no more. */
const units = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".test.ts") && !path.startsWith("conformance"))
  .map((path) => `test/${path}`)
  .filter((path) => !SLOW.test(readFileSync(path, "utf8")));

export default mergeConfig({ ...all, test: { ...all.test, include: [] } }, { test: { include: units } });
