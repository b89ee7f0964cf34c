// Adds up the results of vitest runs: "N passed, N failed, N skipped"; exit status 1 where anything failed.
import { existsSync, readFileSync } from "node:fs";

const [failedSteps = "0", ...reports] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const report of reports) {
  if (!existsSync(report)) continue;
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
  total.passed += numPassedTests;
  total.failed += numFailedTests;
  total.skipped += numPendingTests;
}
// A step that failed without a failed test (a lint error, a build that broke) counts as one.
const failed = Math.max(total.failed, Number(failedSteps));
console.log(`${total.passed} passed, ${failed} failed, ${total.skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
