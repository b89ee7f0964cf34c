// Writes what a user installs as a CycloneDX bill of materials, from the lock file. npm gives it a random number and the
// time of day, both of which the standard leaves open, and the name of the folder: without them the same lock file gives
// the same bytes.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const [file = "sbom.cdx.json"] = process.argv.slice(2);
const options = ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev", "--package-lock-only"];
const { serialNumber: _, ...bill } = JSON.parse(execFileSync("npm", options, { encoding: "utf8", maxBuffer: 1 << 28 }));
delete bill.metadata.timestamp;
bill.metadata.component.name = JSON.parse(readFileSync("package.json", "utf8")).name;
const epoch = process.env.SOURCE_DATE_EPOCH;
if (epoch) bill.metadata.timestamp = new Date(Number(epoch) * 1000).toISOString();
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`${file}: ${bill.components.length} packages`);
