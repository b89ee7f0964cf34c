// Prints the pictures of the README anew: pages of the book, of the e-book and of the handouts of patterns/, as a build makes
// them. `make pictures`; FOLDER takes a build that is there. Needs poppler, LibreOffice and a browser. Which
// patterns are shown stands in SHOWN. Look at what comes out: every picture has a sentence in the README that tells of it.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { launch } from "puppeteer-core";
import sharp from "sharp";
import subsetFont from "subset-font";
import { findBrowser } from "../dist/browser/launch.js";

const SHOWN = { opening: "clear-boundaries", closing: "shared-purpose", screen: "subsidiarity", card: "consent-decision-making" };

let [screenCount, pageCount] = [0, 0];// ASCII, Latin-1, and what typesetting adds.
const SIGNS = `${String.fromCharCode(...Array(256).keys()).slice(32)}–—‘’“”•…●○☐`;
// Light, regular and bold: what handouts are set in.
const FACES = /^[347]00/;
// What a reading system does by night.
const NIGHT = "html,body{background:#121212!important;color:#e6e6e6!important}a{color:inherit!important}";

const work = mkdtempSync(join(tmpdir(), "pictures-"));
const build = process.argv[2] ?? join(work, "build");
if (process.argv[2] === undefined) run(process.execPath, "dist/cli.js", "build", "--no-cache", "--quiet", "--out", build);
const { patterns } = JSON.parse(readFileSync(join(build, "manifest.json"), "utf8"));
const browser = await launch({ executablePath: await findBrowser(), args: ["--no-sandbox", "--force-color-profile=srgb"] });
try {
  await showPages();
  await showScreens();
  await showHandouts();
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

/** Two spreads: how a pattern begins, and how one ends. */
async function showPages() {
  const book = join(build, "book", readdirSync(join(build, "book")).find((name) => /(?<!-cover|-press)\.pdf$/.test(name)));
  const { number } = patternOf(SHOWN.closing);
  const end = patterns.find((one) => one.number === number + 1).print.page - 1;
  // A page of an even number is a left one.
  const spreads = [patternOf(SHOWN.opening).print.page, end - 1].map((page) => page - (page % 2));
  const rows = spreads.map((left) => `<div class="spread">${[left, left + 1].map((page) => `<img src="${drawPage(book, page)}">`).join("")}</div>`);
  await compose("pages", 1176, `<style>.spread{display:flex;width:1104px;margin:0 auto 24px;padding:7px;background:#dcdcdc;
    border-radius:12px}.spread:last-child{margin:0 auto}.spread img{width:552px}.spread img+img{border-left:1px solid #ccc;
    box-sizing:border-box}</style>${rows.join("")}`);
}

/** Four screens of the e-book: cover, opening, scores, neighbours by night. */
async function showScreens() {
  const [name] = readdirSync(join(build, "epub"));
  const files = unzipSync(readFileSync(join(build, "epub", name)));
  const folder = join(work, "epub");
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const opening = `<section class="pattern" id="${SHOWN.screen}"`;
  const isPage = (path) => path.endsWith(".xhtml") && readFileSync(join(folder, path), "utf8").includes(opening);
  const page = Object.keys(files).find(isPage);
  const cover = Object.keys(files).find((path) => /cover.*\.(jpe?g|png)$/.test(path));
  const screens = [
    await shoot(page, ".pattern", 40),
    await shoot(page, "[data-role=assessment]", 30),
    await shoot(page, "figure.neighbours", 330, NIGHT),
  ];
  await compose("ebook", 1972, `<style>body{display:flex;gap:28px}img{height:640px;display:block}</style>
    <img src="${pathToFileURL(join(folder, cover))}">${screens.map((path) => `<img src="${path}">`).join("")}`);

  async function shoot(path, selector, above, colours = "") {
    const tab = await browser.newPage();
    await tab.setViewport({ width: 480, height: 640, deviceScaleFactor: 1 });
    await tab.goto(pathToFileURL(join(folder, path)).href);
    await tab.addStyleTag({ content: `html{padding:0 34px}${colours}` });
    await tab.evaluate((found, room) => {
      const at = document.querySelector(found);
      scrollTo(0, at ? at.getBoundingClientRect().top - room : 0);
    }, selector, above);
    const file = join(work, `screen-${screenCount++}.png`);
    await tab.screenshot({ path: file });
    await tab.close();
    return pathToFileURL(file).href;
  }
}

/** The first two pages of a handout, a sheet of cards, and the agenda of a pack, as LibreOffice sets them in the house's faces. */
async function showHandouts() {
  const list = (folder) => readdirSync(join(build, "handouts", folder)).map((name) => join(build, "handouts", folder, name));
  const handout = await toPdf(list(".").find((path) => path.endsWith(`-${SHOWN.opening}.docx`)));
  const card = await toPdf(list("cards").find((path) => path.includes(SHOWN.card)));
  const pack = await toPdf(list(".").find((path) => path.endsWith("-pack.docx")));
  const agenda = pagesOf(pack).findIndex((text) => /^\s*Agenda$/m.test(text)) + 1;
  await compose("handouts", 1176, `<style>.row{display:flex;justify-content:space-between;align-items:start}
    .row+.row{margin-top:24px}img{display:block}</style>
    <div class="row"><img width="552" src="${drawPage(handout, 1)}"><img width="552" src="${drawPage(handout, 2)}"></div>
    <div class="row"><img width="736" src="${drawPage(card, 1)}"><img width="368" src="${drawPage(pack, agenda)}"></div>`);
}

function patternOf(slug) {
  return patterns.find(({ source }) => source === `${slug}.md`);
}

function pagesOf(file) {
  return run("pdftotext", "-layout", file, "-").split("\f");
}

function drawPage(file, page) {
  const picture = join(work, `page-${pageCount++}`);
  run("pdftoppm", "-r", "160", "-png", "-singlefile", "-f", String(page), "-l", String(page), file, picture);
  return pathToFileURL(`${picture}.png`).href;
}

async function toPdf(file) {
  const fonts = join(work, "fonts");
  mkdirSync(fonts, { recursive: true });
  const serif = "node_modules/@expo-google-fonts/source-serif-4";
  for (const face of readdirSync(serif).filter((name) => FACES.test(name)))
    for (const name of readdirSync(join(serif, face)).filter((one) => one.endsWith(".ttf")))
      writeFileSync(join(fonts, name), readFileSync(join(serif, face, name)));
  for (const family of ["source-sans-3", "source-code-pro"]) {
    const files = `node_modules/@fontsource/${family}/files`;
    for (const name of readdirSync(files).filter((one) => /-latin-[47]00-\w+\.woff$/.test(one)))
      writeFileSync(join(fonts, name.replace(/woff$/, "ttf")), await subsetFont(readFileSync(join(files, name)), SIGNS, { targetFormat: "truetype" }));
  }
  const setting = join(work, "fonts.conf");
  writeFileSync(setting, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir>
    <dir>${fonts}</dir><cachedir>${work}/fontcache</cachedir></fontconfig>`);
  const env = { ...process.env, FONTCONFIG_FILE: setting, HOME: work };
  execFileSync("soffice", ["--headless", "--convert-to", "pdf", "--outdir", work, file], { env, stdio: "ignore" });
  return join(work, file.replace(/^.*\//, "").replace(/docx$/, "pdf"));
}

/** One picture of several, on grey, in the colours that it has. */
async function compose(name, width, body) {
  const html = join(work, `${name}.html`);
  writeFileSync(html, `<!doctype html><style>body{margin:24px;background:#e6e6e6;width:${width - 48}px}</style>${body}`);
  const tab = await browser.newPage();
  await tab.setViewport({ width, height: 400, deviceScaleFactor: 1 });
  await tab.goto(pathToFileURL(html).href);
  const picture = await tab.screenshot({ fullPage: true });
  await sharp(picture).png({ palette: true, effort: 10, compressionLevel: 9, colours: 64 }).toFile(`docs/${name}.png`);
}

function run(command, ...args) {
  return execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
}
