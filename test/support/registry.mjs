// A registry that has one package more than another: node registry.mjs TARBALL UPSTREAM. Prints its port, and runs until it is
// ended. As npm's own does, it says of the package whether pins are in it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const [, , file = "", upstream = ""] = process.argv;
const tarball = readFileSync(file);
const own = JSON.parse(execFileSync("tar", ["xzOf", file, "package/package.json"], { encoding: "utf8" }));
const isPinned = execFileSync("tar", ["tzf", file], { encoding: "utf8" }).includes("package/npm-shrinkwrap.json");
const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;

const server = createServer(({ url = "", headers }, response) => {
  if (url === `/${own.name}`) {
    const dist = { tarball: `http://${headers.host}/${own.name}.tgz`, integrity };
    const version = { ...own, _hasShrinkwrap: isPinned, dist };
    response.end(
      JSON.stringify({ name: own.name, "dist-tags": { latest: own.version }, versions: { [own.version]: version } }),
    );
  } else if (url === `/${own.name}.tgz`) response.end(tarball);
  else response.writeHead(302, { location: new URL(url, upstream).href }).end();
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
