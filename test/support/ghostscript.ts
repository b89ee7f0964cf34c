import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** How much of each page is covered by cyan, magenta, yellow and black: 0 to 1. */
export async function inkCoverage(file: string): Promise<[number, number, number, number][]> {
  const { stdout } = await run("gs", ["-q", "-o", "-", "-sDEVICE=inkcov", "-r36", file], { maxBuffer: 1 << 26 });
  return [...stdout.matchAll(/^\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+) CMYK/gm)].map(
    ([, cyan, magenta, yellow, black]) => [Number(cyan), Number(magenta), Number(yellow), Number(black)],
  );
}

/** What Ghostscript finds wrong in a file and would repair; empty where there is nothing. */
export async function ghostscriptComplaints(file: string): Promise<string> {
  const draw = ["-q", "-o", "/dev/null", "-sDEVICE=pgmraw", "-r10", "-dPDFSTOPONERROR", file];
  return run("gs", draw, { maxBuffer: 1 << 26 }).then(
    () => "",
    (error: unknown) => String(error),
  );
}
