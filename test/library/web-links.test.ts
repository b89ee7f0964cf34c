import { describe, expect, it } from "vitest";
import { isBareHost, repairScheme, toAddress } from "../../src/library/links/addresses.js";

describe("a scheme that was mistyped or left out", () => {
  it.each([
    ["https.www.example.org", "https://www.example.org"],
    ["http:/example.org", "http://example.org"],
    ["https//example.org", "https://example.org"],
    ["//example.org/a", "https://example.org/a"],
    ["///example.org", "///example.org"],
    ["https://example.org", "https://example.org"],
    ["https.md", "https.md"],
  ])("%s → %s", (written, repaired) => {
    expect(repairScheme(written)).toBe(repaired);
  });
});

it("a host alone is an address, a file is none", () => {
  const hosts = [
    "example.eco",
    "www.example.md",
    "sub.example.org:8080/a",
    "größe.example",
    "example.org?x",
    "example.org#x",
  ];
  const files = ["notes.md", "table.csv", "a b.org", "example", "example.o", "-a.org", "v1.2"];
  expect(hosts.filter((host) => !isBareHost(host))).toEqual([]);
  expect(files.filter(isBareHost)).toEqual([]);
});

describe("an address as editions hold it", () => {
  it.each([
    ["https://example.org/a|b", "https://example.org/a%7Cb"],
    ["https://example.org/a[1]", "https://example.org/a%5B1%5D"],
    ["https://example.org/#a#b", "https://example.org/#a"],
    ["https://example.org/?q=1#a#b#c", "https://example.org/?q=1#a"],
    ["https://example.org/@ada", "https://example.org/@ada"],
  ])("%s → %s", (written, href) => {
    expect(toAddress(written, false)).toEqual({ kind: "address", href, repaired: false });
  });

  it.each(["https://ada@example.org/", "https://:secret@example.org/", "https://ada:secret@example.org/"])(
    "names nobody, and gives no password away: %s",
    (written) => {
      expect(toAddress(written, false)).toMatchObject({ kind: "dead" });
    },
  );
});
