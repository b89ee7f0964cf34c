import { reportOf } from "./epubcheck-process.js";

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
  const { messages, checker }: Output = JSON.parse(await reportOf(file));
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
