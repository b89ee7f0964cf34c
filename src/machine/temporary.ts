import { accessSync, constants, statSync } from "node:fs";
import { tmpdir } from "node:os";

/** The folder for temporary files is not there, or may not be written to. Exit status 3. */
export class TemporaryFolderError extends Error {
  /** As the system would say it: no pattern is to blame. */
  readonly code = "EACCES";
}

/** The folder for temporary files. @throws TemporaryFolderError where nothing can be written there */
export function temporaryFolder(): string {
  const folder = tmpdir();
  const lack = lackOf(folder);
  if (lack === undefined) return folder;
  throw new TemporaryFolderError(
    `${folder}, the folder for temporary files, ${lack}; make it so that you may write there, or name another with TMPDIR`,
  );
}

function lackOf(folder: string): string | undefined {
  try {
    if (!statSync(folder).isDirectory()) return "is none";
  } catch {
    return "does not exist";
  }
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch {
    return "may not be written to";
  }
}
