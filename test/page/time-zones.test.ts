import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deflate, zipEntries } from "../../src/archives/zip.js";
import { dayOf, yearOf } from "../../src/page/edition-date.js";

// The last hour of a year in UTC: elsewhere it is another day, and another year.
const DATE = new Date("2025-12-31T23:30:00Z");

describe.each(["Pacific/Kiritimati", "Asia/Kolkata", "America/St_Johns", "UTC"])("a machine in %s", (zone) => {
  const before = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = zone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it("dates an edition as every other does", () => {
    expect(dayOf(DATE, "en-GB")).toBe("31 December 2025");
    expect(yearOf(DATE)).toBe(2025);
  });

  it("stamps the entries of a zip with the hours of UTC", () => {
    const bytes = Buffer.from(zipEntries([["a", deflate("a")]], DATE));
    // MS-DOS, APPNOTE 4.4.6: hours, minutes and halves of seconds, then years since 1980, month and day.
    expect(bytes.readUInt16LE(10)).toBe((23 << 11) | (30 << 5));
    // APPNOTE 4.4.4: their names are UTF-8.
    expect(bytes.readUInt16LE(6)).toBe(1 << 11);
    expect(bytes.readUInt16LE(12)).toBe((45 << 9) | (12 << 5) | 31);
  });
});
