// Part of `make bench`, in a process of its own: what making the e-book takes and holds after its patterns are parsed, its
// pages composed before or not. Live memory is what is left after a collection of garbage, asked for at short intervals:
// heap and buffers of the main thread. Resident memory is that of all threads, garbage and all. To ask for either takes
// time, so that the clock runs by itself. Prints a line of JSON, in bytes and seconds.
import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "../dist/build.js";
import { defaultConfig } from "../dist/config.js";
import { epub } from "../dist/formats/epub/index.js";

const [source, out, cacheFolder, jobs] = process.argv.slice(2);
const { gc } = globalThis;

/** What a first collection finds dead among buffers is counted until the second begins. */
function live() {
  gc();
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The format, with what it adds to memory at most. */
function weigh(found) {
  return {
    name: epub.name,
    async *render(library, context) {
      const before = { live: live(), resident: process.memoryUsage().rss };
      const most = { ...before };
      let timer;
      const ask = () => {
        const asked = performance.now();
        most.live = Math.max(most.live, live());
        most.resident = Math.max(most.resident, process.memoryUsage().rss);
        timer = setTimeout(ask, performance.now() - asked);
      };
      ask();
      yield* epub.render(library, context);
      // The one that waits would go on asking for ever.
      clearTimeout(timer);
      ask();
      clearTimeout(timer);
      found.live = most.live - before.live;
      found.resident = most.resident - before.resident;
    },
  };
}

/** The format, with the seconds that it takes. */
function time(found) {
  return {
    name: epub.name,
    async *render(library, context) {
      const started = performance.now();
      yield* epub.render(library, context);
      found.seconds = (performance.now() - started) / 1000;
      found.patterns = library.patterns.length;
    },
  };
}

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

const forget = (...kinds) => {
  for (const kind of kinds) rmSync(join(cacheFolder, kind), { recursive: true, force: true });
};

mkdirSync(cacheFolder, { recursive: true });
// Code that is loaded once is no growth: a small book has been made before.
await make(epub, ({ number }) => number % 100 === 1);
await new Promise((settled) => setTimeout(settled, 100));

const made = { cold: {}, composed: {} };
const EDITION = ["epubs", "epub-pages", "epub-fonts", "covers"];
forget(...EDITION);
await make(time(made.cold));
forget(...EDITION);
await make(weigh(made.cold));
forget("epubs");
await make(time(made.composed));
forget("epubs");
await make(weigh(made.composed));
console.log(JSON.stringify({ ...made, book: statSync(join(out, "epub/patterns.epub")).size }));
