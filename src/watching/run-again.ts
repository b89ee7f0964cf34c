import { type ChildProcess, spawn } from "node:child_process";
import { z } from "zod";

/** What came of one round. */
export interface Round {
  /** The command's exit status. */
  status: number;
  /** What the command was to say of it as JSON; none where it could not begin. */
  result: { findings: readonly RoundFinding[] } | undefined;
  /** What it says where it could not be done. */
  message: string;
}

const finding = z.object({
  severity: z.enum(["error", "warning", "info"]),
  file: z.string().optional(),
  place: z.object({ line: z.number() }).optional(),
  found: z.string(),
});
export type RoundFinding = z.infer<typeof finding>;
const result = z.object({ findings: z.array(finding) });

/** A process at work, and what will come of it. */
export interface Running<Outcome> {
  child: ChildProcess;
  ended: Promise<Outcome>;
}

/**
 * Runs a command of this program in a process of its own: code of extensions is loaded anew, and nothing stays of a round
 * that fails.
 * @param args the command's words
 */
export function runOpenly(args: readonly string[]): Running<number> {
  const child = spawn(process.execPath, [...process.execArgv, ...args], { stdio: ["ignore", "inherit", "inherit"] });
  return { child, ended: statusOf(child) };
}

/** The same, with its result as JSON. */
export function runForResult(args: readonly string[]): Running<Round> {
  const child = spawn(process.execPath, [...process.execArgv, ...args, "--json"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr] = [gather(child.stdout), gather(child.stderr)];
  const ended = statusOf(child).then((status) => ({ status, result: readResult(stdout()), message: stderr().trim() }));
  return { child, ended };
}

function statusOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    // One that was killed has none.
    child.on("close", (status) => resolve(status ?? 3));
  });
}

function gather(stream: NodeJS.ReadableStream): () => string {
  let text = "";
  stream.setEncoding("utf8");
  stream.on("data", (more: string) => {
    text += more;
  });
  return () => text;
}

function readResult(text: string): Round["result"] {
  try {
    return result.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
