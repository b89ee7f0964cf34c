import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { createZip, deflate, store, zipEntries } from "../../src/archives/zip.js";
import { temporaryFolder } from "../support/editions.js";
import { readZipEntries } from "../support/epub.js";

const run = promisify(execFile);
const folder = temporaryFolder();
const LONG = "a line that comes again\n".repeat(5000);

async function write(name: string, date: Date): Promise<string> {
  const path = join(folder, name);
  const zip = await createZip(path, date);
  await zip.add("mimetype", store(Buffer.from("application/epub+zip")));
  await zip.add("OEBPS/läuft.txt", deflate(LONG));
  await zip.finish();
  await zip.close();
  return path;
}

describe("a zip", () => {
  it("is unpacked by Info-ZIP and Python to what was put in", async () => {
    const path = await write("whole.zip", new Date("2026-03-08T02:30:10Z"));
    expect((await run("unzip", ["-tq", path])).stdout).toContain("No errors detected");
    const script =
      "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); sys.stdout.write(z.read(z.namelist()[1]).decode())";
    expect((await run("python3", ["-c", script, path])).stdout).toBe(LONG);
  });

  it("begins with its first entry as it is, without an extra field", async () => {
    const bytes = await readFile(await write("first.zip", new Date(0)));
    expect(bytes.subarray(30, 58).toString("latin1")).toBe("mimetypeapplication/epub+zip");
    expect(readZipEntries(bytes).map(({ method }) => method)).toEqual(["stored", "deflated"]);
  });

  it("is packed to the same bytes on any machine", () => {
    const words = Array.from({ length: 20_000 }, (_, at) => `word ${(at * 48_271) % 9973}`).join(", ");
    const digest = createHash("sha256").update(deflate(words).data).digest("hex");
    expect(digest).toBe("60247c267271ae0c3bdb1191c7fd3cbaad175cea72a41396b8c3f955de6488e5");
  });

  it("is the same in memory as in a file", async () => {
    const date = new Date("2026-03-08T02:30:10Z");
    const entries = [
      ["mimetype", store(Buffer.from("application/epub+zip"))],
      ["OEBPS/läuft.txt", deflate(LONG)],
    ] as const;
    expect(zipEntries(entries, date)).toEqual(await readFile(await write("file.zip", date)));
  });

  it("has the date in UTC, even in an hour that clocks leap over, and none before 1980", async () => {
    const dates = async (date: string): Promise<string[]> =>
      readZipEntries(await readFile(await write("dated.zip", new Date(date)))).map((entry) => entry.date);
    expect(new Set(await dates("2026-03-08T02:30:10Z"))).toEqual(new Set(["2026-03-08T02:30:10"]));
    expect(new Set(await dates("1970-01-01T00:00:00Z"))).toEqual(new Set(["1980-01-01T00:00:00"]));
  });
});
