#!/usr/bin/env node
import { availableParallelism } from "node:os";
import { build } from "./build.js";
import { defaultConfig } from "./config.js";
import { FORMATS } from "./formats/index.js";

const config = { ...defaultConfig(), source: process.argv[2] ?? "patterns" };
const result = await build({
  config,
  out: process.argv[3] ?? "output",
  formats: FORMATS.filter((f) => !process.argv[4] || process.argv[4].split(",").includes(f.name)),
  keepGoing: true,
  jobs: Number(process.env.JOBS ?? availableParallelism()),
  cacheFolder: ".cache/pattern-press",
  progress: (m) => console.log(m),
});
for (const f of result.findings.slice(0, 20)) console.log(f);
console.log(
  result.library.patterns.length,
  result.library.failed.length,
  result.library.duplicates.length,
  result.artifacts.length,
);
