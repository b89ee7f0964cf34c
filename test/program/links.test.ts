import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Finding } from "../../src/library/rules/rule.js";
import { ask } from "../../src/web/ask.js";
import { askAll } from "../../src/web/ask-all.js";
import { temporaryFolder } from "../support/editions.js";
import { program } from "../support/program.js";

interface Asked {
  method: string;
  host: string;
  url: string;
  agent: string;
}

const asked: Asked[] = [];
let underWay = 0;
let most = 0;
let busy = 0;

const PAGES: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  "/ok": (_, response) => void response.end("yes"),
  "/moved": (_, response) => void response.writeHead(301, { Location: "/ok" }).end(),
  "/sent-on": (_, response) => void response.writeHead(302, { Location: "/ok" }).end(),
  "/sent-home": (_, response) => void response.writeHead(302, { Location: "http://127.0.0.1:1/" }).end(),
  "/round": (_, response) => void response.writeHead(302, { Location: "/round" }).end(),
  "/no-head": ({ method }, response) => void response.writeHead(method === "HEAD" ? 405 : 200).end(),
  "/members": (_, response) => void response.writeHead(403).end(),
  "/busy": (_, response) => void response.writeHead(busy++ === 0 ? 429 : 200, { "Retry-After": "0.1" }).end(),
};

/** Answers for every host: a name of `.example` leads here (RFC 6761: to nobody else). */
const server = createServer((request, response) => {
  const { method = "", url = "", headers } = request;
  asked.push({ method, host: String(headers["x-host"]), url, agent: String(headers["user-agent"]) });
  most = Math.max(most, ++underWay);
  response.on("close", () => underWay--);
  const page = PAGES[url];
  if (page) setTimeout(() => page(request, response), 5);
  else response.writeHead(404).end();
});

let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port; // it listens on a port
});
afterAll(() => void server.close());

/** Source of a `fetch` that asks the server above. */
const redirecting = (): string =>
  `
  const original = globalThis.fetch;
  globalThis.fetch = (address, { headers, ...options }) => {
    const { host, pathname } = new URL(address);
    if (!host.endsWith(".example")) return Promise.reject(Object.assign(new Error("no"), { cause: Object.assign(new Error("x"), { code: "ENOTFOUND" }) }));
    return original("http://127.0.0.1:${"PORT"}" + pathname, { ...options, headers: { ...headers, "x-host": host } });
  };`.replace("PORT", String(port));

describe("an address", () => {
  beforeEach(() => {
    asked.length = 0;
    const original = globalThis.fetch;
    vi.stubGlobal("fetch", (address: string, options: RequestInit) => {
      const { host, pathname } = new URL(address);
      return original(`http://127.0.0.1:${port}${pathname}`, {
        ...options,
        headers: { ...options.headers, "x-host": host },
      });
    });
  });
  afterEach(() => void vi.unstubAllGlobals());

  it.each([
    ["/ok", { kind: "there" }],
    ["/moved", { kind: "there", moved: "https://a.example/ok" }],
    ["/sent-on", { kind: "there" }],
    ["/no-head", { kind: "there" }],
    ["/lost", { kind: "gone", reason: "is not there (status 404)" }],
    ["/members", { kind: "untold", reason: "answers with status 403" }],
    ["/round", { kind: "gone", reason: "is sent on more than 5 times" }],
    ["/sent-home", { kind: "gone", reason: "leads to a machine that only its own network reaches" }],
  ])("%s", async (path, answer) => {
    expect(await ask(`https://a.example${path}`, "x")).toEqual(answer);
  });

  it.each([
    "http://localhost/a",
    "http://127.0.0.1/a",
    "http://[::1]/",
    "http://10.0.0.7/",
    "http://172.20.1.1/",
    "http://192.168.1.1/admin",
    "http://169.254.169.254/latest/",
    "http://printer/",
    "http://[fd00::1]/",
    "http://2130706433/",
  ])("of a private network is never asked for: %s", async (address) => {
    expect(await ask(address, "x")).toMatchObject({ kind: "gone" });
    expect(asked).toEqual([]);
  });

  it("is asked for once, and those of one host one after the other", async () => {
    most = 0;
    const paths = ["/ok", "/no-head", "/sent-on", "/members"];
    const addresses = [...paths, "/ok"].map((path) => `https://one.example${path}`);
    const answers = await askAll(addresses, { agent: "x", pause: 1, progress: () => {}, heard: () => {} });
    expect(answers.size).toBe(4);
    expect(most).toBe(1);
    expect(asked.filter(({ url, method }) => url === "/no-head" && method === "GET")).toHaveLength(1);
  });

  it("of a server that is busy is asked for again", async () => {
    busy = 0;
    const answers = await askAll(["https://b.example/busy"], {
      agent: "x",
      pause: 1,
      progress: () => {},
      heard: () => {},
    });
    expect([...answers.values()]).toEqual([{ kind: "there" }]);
  });
});

describe("check --links", () => {
  const cwd = temporaryFolder();
  const run = async (...options: string[]) => {
    asked.length = 0;
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(redirecting())}` };
    const { status, stdout, stderr } = await program(["check", "--reporter", "json", ...options], { cwd, env });
    const findings: Finding[] = JSON.parse(stdout);
    return { status, stderr, found: findings.filter(({ rule }) => rule === "addresses-answer") };
  };

  beforeAll(() => {
    mkdirSync(join(cwd, "patterns"));
    writeFileSync(
      join(cwd, "patterns/one.md"),
      "---\ntitle: One\npage_url: https://home.example/ok\n---\n\n" +
        "[there](https://a.example/ok#part), [lost](https://b.example/lost) and [again](https://b.example/lost).\n\n" +
        "[old](https://c.example/moved), [inside](http://192.168.0.1/), [nobody](https://nobody.test/)\n",
    );
  });

  it("reports what is lost with its place, what has moved, and asks as who it is", async () => {
    const { status, stderr, found } = await run("--links");
    expect(status).toBe(0);
    expect(
      found
        .filter(({ severity }) => severity === "warning")
        .map(({ file, place, found: words }) => [file, place?.line, words]),
    ).toEqual([
      ["one.md", 6, "https://b.example/lost, which is not there (status 404)"],
      ["one.md", 6, "https://b.example/lost, which is not there (status 404)"],
      ["one.md", 8, "http://192.168.0.1/, which leads to a machine that only its own network reaches"],
      ["one.md", 8, "https://nobody.test/, which names a host that there is not"],
    ]);
    expect(found.find(({ severity }) => severity === "info")).toMatchObject({ expected: "https://c.example/ok" });
    expect(asked.map(({ host }) => host)).toContain("home.example");
    expect(new Set(asked.map(({ agent }) => agent))).toEqual(
      new Set([expect.stringMatching(/^pattern-press\/\d.*\(\+https:/)]),
    );
    expect(stderr).toContain("asking for 6 addresses on the web");
  });

  it("asks again only for what was not there", async () => {
    const { found } = await run("--links");
    expect(new Set(asked.map(({ host }) => host))).toEqual(new Set(["b.example"]));
    expect(found).toHaveLength(5);
    expect(existsSync(join(cwd, ".cache/pattern-press/links.json"))).toBe(true);
  });

  it("--strict lets it fail, and without --links nobody is asked", async () => {
    expect((await run("--links", "--strict")).status).toBe(1);
    await run();
    expect(asked).toEqual([]);
  });
});
