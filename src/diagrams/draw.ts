import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import type { Fleet } from "../browser/fleet.js";
import { BrowserError, PageError } from "../browser/launch.js";
import { asBrowserError, openPage } from "../browser/page.js";
import type { Library } from "../library/library.js";
import type { Diagram } from "../library/pattern.js";
import type { Finding } from "../library/rules/rule.js";
import type { Cache, Key } from "../machine/cache.js";
import type { DiagramGraph, Drawing } from "../page/drawing.js";
import { fontFaces, fontFiles } from "../page/fonts.js";
import { embedLabelFont } from "../page/svg.js";
import type { Templates } from "../page/templates.js";
import type { Tokens } from "../page/tokens.js";
import { LateError, within } from "../threads/late-error.js";
import { openPurse, type Purse } from "../threads/purse.js";
import { describeGivenUp, describeUnparsed, reportOn } from "./findings.js";
import { readGraph } from "./graph.js";
import { writePlainSvg } from "./plain-svg.js";
import { type Extent, roomFor, turnFlow } from "./turn-or-shrink.js";

export interface DrawOptions {
  cache: Cache;
  templates: Templates;
  browsers: Fleet;
  /** How many are drawn at once. */
  jobs: number;
  /** That one may take; those of a file may take six times as long together. */
  seconds: number;
  /**
   * How large a diagram may be on a page of the book, upright or turned, so that its letters of 16 pixels can just be
   * read.
   */
  rooms: readonly Extent[];
  report(finding: Finding): void;
  progress(message: string): void;
}

const require = createRequire(import.meta.url);

/** Draws every Mermaid block of the library; one that does not parse is reported and stays code. */
export async function draw(
  library: Library,
  { cache, templates, browsers, jobs, seconds, rooms, report, progress }: DrawOptions,
): Promise<Map<string, Drawing>> {
  const setting: Setting = { tokens: templates.tokens, rooms };
  const texts = [...library.patterns, ...library.matter];
  const diagrams = new Map(texts.flatMap(({ body }) => body.diagrams).map((diagram) => [diagram.hash, diagram]));
  const owners = new Map(
    texts.flatMap(({ source, body }) => body.diagrams.map(({ hash }): [string, string] => [hash, source.path])),
  );
  const ownerOf = ({ hash }: Diagram): string => owners.get(hash) ?? "";
  const missing = [...diagrams.values()].filter(({ hash }) => !cache.find(KIND, keyOf(hash, setting)));
  // A failure through lack of time is not cached: a machine that is less busy may succeed.
  const given: GivenUp = new Map();
  if (missing.length > 0) {
    progress(`drawing ${missing.length} diagrams`);
    await drawMissing(missing, { cache, setting, browsers, jobs, purse: openPurse(seconds), ownerOf, given });
  }
  const drawings = new Map<string, Drawing>();
  for (const { hash } of diagrams.values()) {
    const error = given.get(hash);
    const drawing = error ? undefined : await readDrawing(cache.find(KIND, keyOf(hash, setting)));
    if (error) reportOn(library, hash, describeGivenUp(error), report);
    else if (drawing && "failure" in drawing) reportOn(library, hash, describeUnparsed(drawing.failure), report);
    else if (drawing) drawings.set(hash, drawing);
  }
  return drawings;
}

/** Of the cache. */
const KIND = "drawings";
/** Files of an entry: the last two, and PLAIN, only where it could be drawn. */
const FACTS = "facts.json";
const SVG = "drawing.svg";
const PNG = "drawing.png";
const PLAIN = "plain.svg";

type Facts = { width: number; height: number; graph?: DiagramGraph } | { failure: string };

/** What a drawing depends on but its source. */
interface Setting {
  tokens: Tokens;
  rooms: readonly Extent[];
}

function keyOf(source: string, { tokens, rooms }: Setting): Key {
  const mermaid = require("mermaid/package.json").version;
  return { source, tokens, rooms, mermaid, drawer: "plain 2, graph, spacing 3, labels" };
}

async function readDrawing(folder: string | undefined): Promise<Drawing | { failure: string }> {
  if (folder === undefined) return { failure: "not drawn" };
  const facts: Facts = JSON.parse(await readFile(join(folder, FACTS), "utf8"));
  if ("failure" in facts) return facts;
  const plain = join(folder, PLAIN);
  const files = { svg: join(folder, SVG), png: join(folder, PNG), ...(existsSync(plain) ? { plain } : {}) };
  return { ...files, ...facts };
}

/** Diagrams that took too long or broke their page, by hash, with what happened. */
type GivenUp = Map<string, Error>;

interface Missing extends Pick<DrawOptions, "cache" | "browsers" | "jobs"> {
  setting: Setting;
  purse: Purse;
  /** The path of the file that it stands in. */
  ownerOf(diagram: Diagram): string;
  given: GivenUp;
}

async function drawMissing(
  diagrams: readonly Diagram[],
  { cache, setting, browsers, jobs, purse, ownerOf, given }: Missing,
): Promise<void> {
  const queue = [...diagrams];
  const drawFrom = async (browser: Browser): Promise<void> => {
    const page = await openStudio(browser, setting.tokens);
    for (let next = queue.shift(); next; next = queue.shift()) {
      try {
        const diagram = next;
        await purse.spend(ownerOf(diagram), (seconds) => within(seconds, drawOne(page, diagram, cache, setting)));
      } catch (error) {
        const reason = asBrowserError(error);
        if (reason instanceof LateError || reason instanceof BrowserError) given.set(next.hash, reason);
        throw reason;
      }
    }
    await page.close().catch(() => {});
  };
  const work = async (): Promise<void> => {
    while (queue.length > 0) {
      const before = given.size;
      try {
        await browsers.use(drawFrom);
      } catch (error) {
        // The others are drawn by another browser.
        if ((error instanceof LateError || error instanceof PageError) && given.size > before) continue;
        queue.length = 0; // where one fails the others stop after their diagram
        throw error;
      }
    }
  };
  const studios = Math.min(jobs, Math.ceil(diagrams.length / FEWEST_IN_A_STUDIO));
  const drawn = await Promise.allSettled(Array.from({ length: studios }, work));
  for (const result of drawn) if (result.status === "rejected") throw result.reason;
}

// To open one takes as long as to draw three.
const FEWEST_IN_A_STUDIO = 4;

/** A page with Mermaid and our fonts; the only page whose scripts run, and they are ours. */
async function openStudio(browser: Browser, tokens: Tokens): Promise<Page> {
  const fonts = fontFiles(tokens);
  const style = `${fontFaces(fonts, ({ name }) => `fonts/${name}`)}body{margin:0;font-family:"${tokens.fonts.label.family}"}`;
  const page = await openPage(browser, {
    html: `<!doctype html><html><head><meta charset="utf-8"><style>${style}</style><script src="mermaid.js"></script></head><body></body></html>`,
    assets: new Map([
      ["mermaid.js", { file: require.resolve("mermaid/dist/mermaid.min.js"), mediaType: "text/javascript" }],
      ...fonts.map(({ name, path, mediaType }): [string, { file: string; mediaType: string }] => [
        `fonts/${name}`,
        { file: path, mediaType },
      ]),
    ]),
    scripts: true,
  });
  await page.setViewport({ width: 1200, height: 1200, deviceScaleFactor: 2 });
  return page;
}

async function drawOne(page: Page, { hash, source }: Diagram, cache: Cache, setting: Setting): Promise<void> {
  const drawn = await drawLegibly(page, source, `d${hash.slice(0, 12)}`, setting);
  await cache.file(KIND, keyOf(hash, setting), async (to) => {
    await mkdir(to);
    const facts = "svg" in drawn ? await keepDrawn(page, source, { drawn, to, tokens: setting.tokens }) : drawn;
    await writeFile(join(to, FACTS), JSON.stringify(facts));
  });
}

/** Writes what the page shows to a folder's files. */
async function keepDrawn(
  page: Page,
  source: string,
  { drawn, to, tokens }: { drawn: Exclude<Drawn, { failure: string }>; to: string; tokens: Tokens },
): Promise<Facts> {
  await writeFile(join(to, SVG), embedLabelFont(drawn.svg, tokens));
  const element = await page.$("svg");
  await writeFile(join(to, PNG), (await element?.screenshot({ type: "png" })) ?? new Uint8Array());
  const plain = await page.evaluate(writePlainSvg);
  if (plain !== undefined) await writeFile(join(to, PLAIN), plain);
  const graph = await page.evaluate(readGraph, source);
  const size = { width: drawn.width, height: drawn.height };
  return graph ? { ...size, graph } : size;
}

/**
 * A flow chart that is too large for a page at a readable size is drawn with less space, and in the other direction, if
 * that is better.
 */
async function drawLegibly(page: Page, source: string, id: string, { tokens, rooms }: Setting): Promise<Drawn> {
  const { family } = tokens.fonts.label;
  const turned = turnFlow(source);
  let best = { source, spacing: AMPLE };
  const first = await page.evaluate(drawInPage, source, id, family, AMPLE);
  if ("failure" in first || roomFor(first, rooms) >= 1 || turned === undefined) return first;
  let most = roomFor(first, rooms);
  for (const way of [
    { source, spacing: CLOSE },
    { source: turned, spacing: AMPLE },
    { source: turned, spacing: CLOSE },
  ]) {
    const drawn = await page.evaluate(drawInPage, way.source, id, family, way.spacing);
    const room = "svg" in drawn ? roomFor(drawn, rooms) : 0;
    if (room >= 1) return drawn;
    if (room > most) [best, most] = [way, room];
  }
  // The page shows what was drawn last: pictures are taken of it.
  return page.evaluate(drawInPage, best.source, id, family, best.spacing);
}

/** Between and within the boxes of a flow chart, and where its lines are broken; in CSS pixels. */
interface Spacing {
  nodeSpacing: number;
  rankSpacing: number;
  padding: number;
  wrappingWidth: number;
}

const AMPLE: Spacing = { nodeSpacing: 36, rankSpacing: 36, padding: 10, wrappingWidth: 200 };
const CLOSE: Spacing = { nodeSpacing: 12, rankSpacing: 24, padding: 6, wrappingWidth: 110 };

type Drawn = { svg: string; width: number; height: number } | { failure: string };

/** What mermaid.min.js defines, as far as it is used here. */
interface Mermaid {
  initialize(options: object): void;
  render(id: string, source: string): Promise<{ svg: string }>;
}

/** Runs in the page. */
async function drawInPage(source: string, id: string, family: string, spacing: Spacing): Promise<Drawn> {
  const { mermaid } = globalThis as unknown as { mermaid: Mermaid }; // a script defines it
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: "strict",
    theme: "neutral",
    // Otherwise the line shows through its own label.
    themeCSS: ".edgeLabel rect{opacity:1}",
    fontFamily: family,
    htmlLabels: false,
    flowchart: { htmlLabels: false, useMaxWidth: false, subGraphTitleMargin: { top: 4, bottom: 8 }, ...spacing },
    sequence: { useMaxWidth: false },
    deterministicIds: true,
    deterministicIDSeed: id,
  });
  await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 16px "${family}"`)));
  try {
    document.body.innerHTML = (await mermaid.render(id, source)).svg;
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
  const element = document.querySelector("svg");
  if (!element) return { failure: "nothing was drawn" };
  const [, , width = 0, height = 0] = (element.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
  element.style.maxWidth = "none";
  // A rectangle without a size draws nothing and is no SVG; the roles of Mermaid's are known to few (EPUBCheck, RSC-025).
  for (const rectangle of Array.from(element.querySelectorAll("rect:not([width])"))) rectangle.remove();
  element.setAttribute("role", "img");
  element.removeAttribute("aria-roledescription");
  element.setAttribute("width", String(Math.ceil(width)));
  element.setAttribute("height", String(Math.ceil(height)));
  return { svg: new XMLSerializer().serializeToString(element), width: Math.ceil(width), height: Math.ceil(height) };
}
