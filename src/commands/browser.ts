import { fetchBrowser } from "../browser/fetch.js";
import { findBrowser } from "../browser/launch.js";
import { UsageError } from "./usage-error.js";

// Hundredths between two lines of progress.
const STEP = 25;

/** `pattern-press browser`: tells which browser prints; `browser install` fetches one. Returns the exit status. */
export async function runBrowser(action: string | undefined): Promise<number> {
  if (action === undefined) console.log(await findBrowser());
  else if (action === "install") console.log(await install());
  else
    throw new UsageError(
      `browser ${action}: expected “browser install”, or “browser” alone, which tells which is used`,
    );
  return 0;
}

async function install(): Promise<string> {
  process.stderr.write("fetching Chrome's headless shell, some 100 MB\n");
  let told = 0;
  return fetchBrowser(process.env, (percent) => {
    if (percent < told + STEP) return;
    told = percent - (percent % STEP);
    process.stderr.write(`  ${told} %\n`);
  });
}
