import { tmpdir } from "node:os";
import { roomIn } from "../machine/full-disk.js";
import { limitError, readLimit } from "../machine/limits.js";

// Bytes. Chromium needs more than that for its profile and for what its processes share.
const LEAST_ROOM = 2_000_000;
const LEAST_FILE = 64_000_000;
// Chromium has some hundred threads, and opens as many files.
const LEAST_THREADS = 256;
const LEAST_FILES = 128;

/**
 * What of the machine stopped a browser, which says itself only that it stopped: a full disk of those that it writes to, or
 * a limit that it cannot do with.
 */
export function findCause(...folders: string[]): Error | undefined {
  const full = [tmpdir(), ...folders].find((folder) => roomIn(folder) < LEAST_ROOM);
  if (full !== undefined) {
    const found = `ENOSPC: no room is left for the browser's own files in ${full}`;
    return Object.assign(new Error(found), { code: "ENOSPC", path: full });
  }
  const [size, files] = [readLimit("Max file size"), readLimit("Max open files")];
  if (size !== undefined && size < LEAST_FILE) {
    return limitError("EFBIG", `a file may have ${size} bytes, and the browser's own have more`);
  }
  if (files !== undefined && files < LEAST_FILES) {
    return limitError("EMFILE", `${files} files may be open at once, and the browser opens more`);
  }
  const threads = process.getuid?.() === 0 ? undefined : readLimit("Max processes");
  if (threads === undefined || threads >= LEAST_THREADS) return undefined;
  return limitError("EAGAIN", `this user may run ${threads} processes and threads at once, and the browser takes more`);
}
