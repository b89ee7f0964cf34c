import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { BrowserError } from "../../src/browser/launch.js";
import { describeProblem } from "../../src/commands/problem.js";
import type { Finding } from "../../src/library/rules/rule.js";
import { SourceFolderError } from "../../src/library/source-files.js";
import { nameFullDisk } from "../../src/machine/full-disk.js";
import { PLAIN } from "../../src/report/colour.js";
import { formatAnnotations } from "../../src/report/github.js";
import { formatFindings } from "../../src/report/text.js";
import { temporaryFolder } from "../support/editions.js";

const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

describe("what is said of an error", () => {
  it.each([
    ["a full disk", coded("ENOSPC", "ENOSPC: no space left on device, mkdtemp '/tmp/x'"), /The disk is full.*TMPDIR/],
    ["too few file handles", coded("EMFILE", "EMFILE: too many open files, open 'a.md'"), /ulimit -n/],
    ["too few in the whole system", coded("ENFILE", "ENFILE: file table overflow"), /ulimit -n/],
    ["too many processes", coded("EAGAIN", "spawn /usr/bin/chromium EAGAIN"), /No more processes.*--jobs 1/],
    ["too little memory", coded("ENOMEM", "ENOMEM: not enough memory, read"), /too little memory.*--jobs 1/],
    [
      "too little memory for a thread",
      coded("ERR_WORKER_OUT_OF_MEMORY", "Worker terminated due to reaching memory limit: JS heap out of memory"),
      /too little memory.*--jobs 1/,
    ],
    ["too little memory for a buffer", new RangeError("Array buffer allocation failed"), /too little memory/],
    ["a limit of files", coded("EFBIG", "EFBIG: file too large, write"), /ulimit -f/],
    ["a package that cannot be opened", coded("ERR_MODULE_NOT_FOUND", "Cannot find package 'x'"), /ulimit -n.*install/],
    ["a browser", new BrowserError("chromium did not start: exit 1"), /^chromium did not start/],
  ])("%s is in words, with status 3 and no word of a fault of ours", (_, error, told) => {
    const { message, status } = describeProblem(error);
    expect(message).toMatch(told);
    expect(message).not.toContain("fault of pattern-press");
    expect(status).toBe(3);
  });

  it("names the folder above that has the book.yaml, where the patterns are not found from here", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "patterns/deep"), { recursive: true });
    writeFileSync(join(folder, "book.yaml"), "");
    const error = new SourceFolderError("there is no folder patterns");
    const cwd = vi.spyOn(process, "cwd");
    try {
      cwd.mockReturnValue(join(folder, "patterns/deep"));
      expect(describeProblem(error).message).toContain(`There is a book.yaml in ${join("..", "..")}: go there`);
      cwd.mockReturnValue(folder);
      expect(describeProblem(error).message).toContain("pattern-press init");
    } finally {
      cwd.mockRestore();
    }
  });

  it("names the fullest disk where an error has no path, and keeps an error that has one", () => {
    const written = coded("ENOSPC", "ENOSPC: no space left on device, write");
    expect(nameFullDisk(written, ["/nowhere/at/all", tmpdir()])).toMatchObject({
      code: "ENOSPC",
      message: `ENOSPC: no space left on device, write in ${tmpdir()}`,
    });
    const made = coded("ENOSPC", "ENOSPC: no space left on device, mkdtemp '/tmp/x'");
    expect(nameFullDisk(made, [tmpdir()])).toBe(made);
    expect(nameFullDisk(coded("EIO", "EIO: i/o error, write"), [tmpdir()])).not.toHaveProperty("path");
  });

  it("anything else is a fault of ours", () => {
    expect(describeProblem(new TypeError("x is not a function")).message).toContain("fault of pattern-press");
  });

  it("holds nothing that acts on a terminal", () => {
    const { message } = describeProblem(coded("EACCES", "EACCES: permission denied, open 'a\u001b[2Jb\u009bc'"));
    expect(message.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });
});

describe("a file whose name holds what a terminal or a log obeys", () => {
  const file = "a\nb::error::c\u001b[31m\r\u202egpj.md";
  const shown = "a b::error::c<U+001B>[31m <U+202E>gpj.md";
  const finding: Finding = {
    rule: "title-is-present",
    severity: "error",
    file,
    place: { line: 1, column: 1 },
    found: `no title in ${file}`,
    expected: "a title",
    mend: "write one",
    other: { file },
  };

  it("stays on its line of the report", () => {
    const text = formatFindings([finding], { folder: "patterns", all: true, colours: PLAIN });
    expect(text.split("\n")[0]).toBe(`patterns/${shown}`);
    expect(text).toContain(`no title in ${shown}; expected a title (see ${shown})`);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  it("stays in its annotation", () => {
    const text = formatAnnotations([finding], "patterns");
    expect(text.split("\n")).toHaveLength(1);
    expect(text).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});
