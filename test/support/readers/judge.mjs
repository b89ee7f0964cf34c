// Runs Ace by DAISY, from the folder that is named first, over an EPUB; the third names a folder for its report.
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, epub, outdir] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const ace = require("@daisy/ace-core");
const runner = require("@daisy/ace-axe-runner-puppeteer");

await ace(epub, { outdir, tmpdir: outdir, silent: true, jobid: "" }, runner);
