import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "./editions.js";

const run = promisify(execFile);

// `make conformance` fetches it from Maven Central.
const JAR = join(ROOT, ".cache/verapdf/greenfield-apps.jar");

/** PDF/UA-1; PDF/A-3 of level a. */
type Flavour = "ua1" | "3a";

/** A clause of the standard that a file fails. */
export interface FailedClause {
  /** `ISO 14289-1:2014 7.18.5, test 2` */
  clause: string;
  count: number;
  description: string;
  /** Where it fails for the first time, and how. */
  example: string;
}

/** What is used of veraPDF's JSON. */
interface Output {
  report: {
    jobs: {
      validationResult?: { compliant: boolean; details: { ruleSummaries: RuleSummary[] } }[];
      taskException?: unknown;
    }[];
  };
}

interface RuleSummary {
  specification: string;
  clause: string;
  testNumber: number;
  failedChecks: number;
  description: string;
  checks: { context: string; errorMessage?: string }[];
}

/** The clauses that veraPDF finds a PDF to fail, none in one that conforms; it needs Java. */
export async function failedClauses(file: string, flavour: Flavour): Promise<FailedClause[]> {
  const output: Output = JSON.parse(await runVerapdf(file, flavour));
  const [job] = output.report.jobs;
  const [result] = job?.validationResult ?? [];
  if (!result) throw new Error(`veraPDF could not read ${file}: ${JSON.stringify(job)}`);
  const failed = result.details.ruleSummaries.map(
    ({ specification, clause, testNumber, failedChecks, description, checks: [first] }) => ({
      clause: `${specification} ${clause}, test ${testNumber}`,
      count: failedChecks,
      description,
      example: `${first?.context ?? ""}: ${first?.errorMessage ?? ""}`,
    }),
  );
  if (!result.compliant && failed.length === 0) throw new Error(`veraPDF refuses ${file} and does not say why`);
  return failed;
}

/** The report as JSON; a status other than 0 only says that there are failures in it. */
async function runVerapdf(file: string, flavour: Flavour): Promise<string> {
  const main = ["-cp", JAR, "org.verapdf.apps.GreenfieldCliWrapper"];
  const options = ["--flavour", flavour, "--format", "json", "--maxfailuresdisplayed", "1"];
  try {
    return (await run("java", [...main, ...options, file], { maxBuffer: 1 << 28 })).stdout;
  } catch (error) {
    if (error instanceof Error && "stdout" in error && typeof error.stdout === "string" && error.stdout) {
      return error.stdout;
    }
    throw error;
  }
}
