// Part of `make bench`, in a process of its own: how long the e-book takes after its patterns are parsed, and what it
// holds meanwhile. Live memory is what is left after a collection of garbage, asked for at short intervals: heap and
// buffers of the main thread. Resident memory is that of all threads, garbage and all. Prints a line of JSON.
import { mkdirSync } from "node:fs";
import { performance } from "node:perf_hooks";
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

/** The format, watched. With collections of garbage between its steps its seconds mean nothing. */
function watch(format, found, { collecting }) {
  return {
    name: format.name,
    async *render(library, context) {
      const before = live();
      const resident = process.memoryUsage().rss;
      let most = before;
      let mostResident = resident;
      const timer = setInterval(() => {
        if (collecting) most = Math.max(most, live());
        mostResident = Math.max(mostResident, process.memoryUsage().rss);
      }, 150);
      const started = performance.now();
      const cpu = process.cpuUsage();
      yield* format.render(library, context);
      found.seconds = (performance.now() - started) / 1000;
      const { user, system } = process.cpuUsage(cpu);
      found.cpu = (user + system) / 1e6;
      clearInterval(timer);
      Object.assign(found, { live: most - before, left: live() - before, resident: mostResident - resident });
      found.patterns = library.patterns.length;
    },
  };
}

mkdirSync(cacheFolder, { recursive: true });
const found = {};
const collecting = process.argv[6] === "live";
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
await make(watch(epub, found, { collecting }));
console.log(JSON.stringify(found));
