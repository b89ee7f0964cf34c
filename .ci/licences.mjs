// Holds the licence of every package that a user installs against the list in CONTRIBUTING.md; exit status 1 where one is
// neither on the list nor among those named there with a reason. What is installed on other systems counts too: the lock
// file has all of them.
import { readFileSync } from "node:fs";

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const guide = readFileSync("CONTRIBUTING.md", "utf8");
const [, section = ""] = /^## Licences of what we use\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(guide) ?? [];
const [, line = ""] = /^On the list: (.*)$/m.exec(section) ?? [];
const allowed = new Set([...line.matchAll(/`([^`]+)`/g)].map(([, licence]) => licence));
const named = [...section.matchAll(/^\| `([^`]+)` \| `([^`]+)` \| (.+) \|$/gm)].map(([, name, licence]) => ({
  name,
  licence,
  test: new RegExp(`^${name.replace(/[.]/g, "\\.").replace(/\*/g, ".*")}$`),
  isUsed: false,
}));

const problems = [];
for (const [path, { dev, license = "none stated" }] of Object.entries(packages)) {
  if (path === "" || dev) continue;
  const name = path.split("node_modules/").at(-1);
  // A choice is not on the list by itself: which of the two we take stands among the named.
  if (license.replace(/^\((.*)\)$/, "$1").split(" AND ").every((part) => allowed.has(part))) continue;
  const row = named.find(({ test, licence }) => test.test(name) && licence === license);
  if (row) row.isUsed = true;
  else problems.push(`${name}: ${license}`);
}
for (const { name, licence, isUsed } of named) {
  if (!isUsed) problems.push(`${name}, ${licence}: named in CONTRIBUTING.md and not installed; remove its line`);
}
if (allowed.size === 0) problems.push("CONTRIBUTING.md: “Licences of what we use” has no list");
if (problems.length > 0) {
  console.error(
    `Licences that are not on the list in CONTRIBUTING.md:\n  ${problems.join("\n  ")}\n` +
      "Take another package, or name it there with the reason why it may be used.",
  );
  process.exitCode = 1;
}
