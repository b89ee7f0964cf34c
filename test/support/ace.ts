import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { findBrowser } from "../../src/browser/launch.js";
import { ROOT } from "./editions.js";
import { READERS } from "./reader.js";

const run = promisify(execFile);

/** What Ace says of a content document, or of the package. */
export interface AceViolation {
  /** The file. */
  subject: string;
  /** The id of the rule: `landmark-unique`. */
  rule: string;
  impact: string;
  description: string;
}

/** What is used of Ace's report (EARL). */
interface Report {
  assertions: {
    "earl:testSubject": { url: string };
    assertions: {
      "earl:test": { "dct:title": string; "earl:impact": string };
      "earl:result": { "earl:outcome": string; "dct:description": string };
    }[];
  }[];
}

/**
 * How many files Ace by DAISY looked at, and what it has against them.
 * @param folder for its report
 */
export async function judgeAccess(
  epub: string,
  folder: string,
): Promise<{ files: number; violations: AceViolation[] }> {
  const script = join(ROOT, "test/support/readers/judge.mjs");
  await run(process.execPath, [script, READERS, epub, folder], {
    maxBuffer: 1 << 28,
    // Milliseconds: a busy machine takes longer than Ace has patience for.
    env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: await findBrowser(), ACE_TIMEOUT_INITIAL: "60000" },
  });
  const { assertions }: Report = JSON.parse(await readFile(join(folder, "report.json"), "utf8"));
  const violations = assertions.flatMap(({ "earl:testSubject": { url }, assertions: found }) =>
    found.map(({ "earl:test": test, "earl:result": result }) => ({
      subject: url,
      rule: test["dct:title"],
      impact: test["earl:impact"],
      description: result["dct:description"],
    })),
  );
  return { files: assertions.length, violations };
}
