// What goes into the package besides what is in the repository: the program, compiled, and npm-shrinkwrap.json, which pins
// every package that it brings. npm looks at it where it installs ours from a registry, which says that it is there, and not
// from a file or from git; through pins it installs sharp's native halves for every system, 240 MB (npm 10 and 11). A bundle
// would pin from files as well, but of some 500 MB, and sharp's native half is another one on each system.
// npm runs this by itself:
//   npm pack, npm publish   prepack before, postpack after (--after), which clears the pins away
//   npm install git+…       prepare, in a clone that has what it needs to compile; prepack is never run there
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const PINS = "npm-shrinkwrap.json";

if (process.argv.includes("--after")) rmSync(PINS, { force: true });
else if (isPacked()) pack();

/** `npm ci` in a checkout runs prepare too: there `make` compiles, and pins would take the place of package-lock.json. */
function isPacked() {
  const { npm_lifecycle_event: event, npm_package_resolved: resolved } = process.env;
  return event !== "prepare" || (resolved !== undefined && resolved !== "" && !existsSync(PINS));
}

function pack() {
  if (!existsSync("node_modules/typescript")) run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
  rmSync("dist", { recursive: true, force: true });
  run(process.execPath, "node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json");
  const { packages, ...lock } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const { "": root, ...others } = packages;
  const { devDependencies: _, ...own } = root;
  const shipped = Object.entries(others).filter(([, { dev }]) => !dev);
  const pins = { ...lock, packages: { "": own, ...Object.fromEntries(shipped) } };
  writeFileSync(PINS, `${JSON.stringify(pins, null, 2)}\n`);
}

// What is printed goes to standard error: on standard output npm says which file it wrote.
function run(command, ...args) {
  execFileSync(command, args, { stdio: ["ignore", 2, 2], shell: process.platform === "win32" && command === "npm" });
}
