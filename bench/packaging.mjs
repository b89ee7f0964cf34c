// Part of `make bench`, in a process of its own: what making the e-book holds after its patterns are parsed. Live memory
// is what is left after a collection of garbage, asked for at short intervals: heap and buffers of the main thread.
// Resident memory is that of all threads, garbage and all. Prints a line of JSON, in bytes.
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "../dist/build.js";
import { defaultConfig } from "../dist/config.js";
import { epub } from "../dist/formats/epub/index.js";

const [source, out, cacheFolder, jobs] = process.argv.slice(2);
const { gc } = globalThis;

function live() {
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The format, watched. */
function watch(format, found) {
  return {
    name: format.name,
    async *render(library, context) {
      const before = { live: live(), resident: process.memoryUsage().rss };
      const most = { ...before };
      const timer = setInterval(() => {
        most.live = Math.max(most.live, live());
        most.resident = Math.max(most.resident, process.memoryUsage().rss);
      }, 150);
      yield* format.render(library, context);
      clearInterval(timer);
      found.live = most.live - before.live;
      found.resident = most.resident - before.resident;
    },
  };
}

mkdirSync(cacheFolder, { recursive: true });
const found = {};
const make = (format, matches) =>
  build({
    config: { ...defaultConfig(), source },
    out,
    formats: [format],
    matches,
    keepGoing: true,
    jobs: Number(jobs),
    cacheFolder,
    epoch: 1_750_000_000,
    stage() {},
    progress() {},
  });
// Code that is loaded once is no growth: a small book has been made before.
await make(epub, ({ number }) => number % 100 === 1);
await new Promise((settled) => setTimeout(settled, 100));
await make(watch(epub, found));
console.log(JSON.stringify({ ...found, book: statSync(join(out, "epub/patterns.epub")).size }));
