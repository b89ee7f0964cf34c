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

const COUNT = ownFields("slug").length;
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

  const rows = (): Promise<string[]> =>
    page.$$eval("#rows tr", (found) => found.map((row) => row.querySelector("button")?.textContent ?? ""));
  const chosen = (): Promise<string> => page.$eval("#chosen h3", (head) => head.textContent ?? "");

  it("lists every pattern, and asks for nothing but itself", async () => {
    expect(await rows()).toHaveLength(COUNT);
    expect(errors).toEqual([]);
  });

  it("counts patterns by level and by domain in charts that say it in words too", async () => {
    const says = await page.$$eval("svg desc", (found) => found.map((desc) => desc.textContent));
    const levels = { Universal: "universal", Human: "human-universal", Domain: "domain", Context: "context-specific" };
    const counted = Object.entries({ ...levels, Practice: "implementation" });
    expect(says[0]).toBe(counted.map(([label, level]) => `${label}: ${count("universality", level)}`).join("; "));
    expect(says[1]).toContain(`Governance: ${count("domain", "governance")}`);
  });

  it("finds by title, alias and summary, and says how many", async () => {
    await page.type("#query", "sortition");
    expect(await rows()).toEqual(["Choosing by Lot"]);
    expect(await page.$eval("#shown", (shown) => shown.textContent)).toBe(`1 of ${COUNT} patterns`);
    await page.$eval("#query", (input) => {
      if (input instanceof HTMLInputElement) input.value = "";
    });
    const levels = '[data-grouping="0"]';
    const practice = await page.$$eval(`${levels} option`, (options) =>
      options.flatMap((option) => (option.textContent === "Practice" ? option.value : [])),
    );
    await page.select(levels, ...practice);
    expect(await rows()).toHaveLength(count("universality", "implementation"));
    await page.select(levels, "");
  });

  it("sorts either way, and tells it to a screen reader", async () => {
    // A locator waits until the columns stand still.
    const heading = page.locator('[data-sort="title"]');
    await heading.click();
    const sorted = await rows();
    expect(sorted).toEqual([...sorted].sort((a, b) => a.localeCompare(b, "en-GB")));
    await heading.click();
    expect(await rows()).toEqual([...sorted].reverse());
    expect(await page.$$eval("[aria-sort]", (found) => found.map((head) => head.getAttribute("aria-sort")))).toEqual([
      "descending",
    ]);
  });

  it("is explored by keyboard: from the table to a pattern, from it to its neighbours", async () => {
    await page.focus("#query");
    await page.type("#query", "asset lock");
    for (let step = 0; step < 9; step++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await chosen()).toContain("Asset Lock");
    expect(page.url()).toMatch(/#asset-lock$/);
    await page.keyboard.press("Tab");
    const next = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press("Enter");
    expect(await chosen()).toContain(next);
  });

  it("opens at the pattern that its address names", async () => {
    const other = await browser.newPage();
    await other.goto(`${pathToFileURL(datasetPath(out, "index.html")).href}#share-alike`);
    expect(await other.$eval("#chosen h3", (head) => head.textContent)).toContain("Share-Alike");
    await other.close();
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
