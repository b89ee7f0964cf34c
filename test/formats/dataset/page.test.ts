import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../../src/browser/launch.js";
import { readConfig } from "../../../src/config/read-config.js";
import { dataset } from "../../../src/formats/dataset/index.js";
import { datasetPath } from "../../support/dataset.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { ownFields } from "../../support/own-library.js";

const count = (field: string, value: string): number => ownFields(field).filter((said) => said === value).length;

describe("the page of the dataset, opened from the disk", () => {
  const folder = temporaryFolder();
  const out = join(folder, "out");
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    const config = await readConfig(join(ROOT, "book.yaml"));
    await buildEditions({ source: join(ROOT, "patterns"), out, formats: [dataset], config });
    browser = await launchBrowser(folder);
    page = await open({ width: 1180, height: 900 });
  });
  afterAll(() => browser?.close());

  async function open(viewport: { width: number; height: number }, scheme = "light"): Promise<Page> {
    const opened = await browser.newPage();
    opened.on("pageerror", (error) => errors.push(String(error)));
    opened.on("console", (message) => errors.push(message.text()));
    opened.on("requestfailed", (request) => errors.push(request.url()));
    await opened.setViewport(viewport);
    await opened.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await opened.goto(pathToFileURL(datasetPath(out, "index.html")).href);
    return opened;
  }

  it("asks for nothing but itself, and is small", () => {
    expect(errors).toEqual([]);
    expect(statSync(datasetPath(out, "index.html")).size).toBeLessThan(200_000);
  });

  it("counts patterns by level and by domain in charts that say it in words too", async () => {
    const says = await page.$$eval("svg desc", (found) => found.map((desc) => desc.textContent));
    const levels = { Universal: "universal", Human: "human-universal", Domain: "domain", Context: "context-specific" };
    const counted = Object.entries({ ...levels, Practice: "implementation" });
    expect(says[0]).toBe(counted.map(([label, level]) => `${label}: ${count("universality", level)}`).join("; "));
    expect(says[1]).toContain(`Governance: ${count("domain", "governance")}`);
  });

  it("has the README's lines of code, each with a button that copies it", async () => {
    const blocks = [...readFileSync(datasetPath(out, "README.md"), "utf8").matchAll(/^```\w+\n([\s\S]*?)^```$/gm)];
    const shown = await page.$$eval("pre code", (found) => found.map((code) => code.textContent));
    expect(shown.length).toBeGreaterThan(3);
    expect(shown).toEqual(blocks.map(([, code]) => code));
    const buttons = await page.$$eval(".code > button:first-child", (found) =>
      found.map(({ textContent }) => textContent),
    );
    expect(buttons).toEqual(shown.map(() => "Copy"));
    await page.locator(".code > button").click();
    await page.waitForFunction(() => document.querySelector(".code > button")?.textContent === "Copied");
  });

  it("lists every file with its size and its checksum, the zip too", async () => {
    const rows = await page.$$eval(".files tbody tr", (found) =>
      found.map((row) => ({
        path: row.querySelector("a")?.textContent ?? "",
        sum: row.querySelector(".sum")?.textContent,
      })),
    );
    const sums = new Map(
      readFileSync(datasetPath(out, "SHA256SUMS"), "utf8")
        .trim()
        .split("\n")
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    );
    expect(rows.map(({ path }) => path)).toContain("dataset.zip");
    for (const { path, sum } of rows) {
      if (path.endsWith("/") || path === "SHA256SUMS") continue;
      expect(sum, path).toBe(`SHA-256 ${sums.get(path)}`);
    }
  });

  it.each([
    [1180, "light"],
    [1180, "dark"],
    [320, "light"],
    [320, "dark"],
  ])("fits %s pixels on a %s screen, and axe finds nothing wrong", async (width, scheme) => {
    const opened = await open({ width, height: 800 }, scheme);
    expect(await opened.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await opened.evaluate(axe.source);
    const { violations } = await opened.evaluate(() => window.axe.run());
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await opened.close();
  });

  it("describes the dataset for search engines", async () => {
    const text = await page.$eval('script[type="application/ld+json"]', (script) => script.textContent ?? "");
    expect(JSON.parse(text)).toMatchObject({
      "@context": "https://schema.org/",
      "@type": "Dataset",
      license: "https://creativecommons.org/licenses/by-sa/4.0/",
    });
  });

  it("has shown no error to the end", () => {
    expect(errors).toEqual([]);
  });
});

declare global {
  interface Window {
    axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  }
}
