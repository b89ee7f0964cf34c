import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, posix, win32 } from "node:path";
import { strToU8, zipSync } from "fflate";
import { PUPPETEER_REVISIONS } from "puppeteer-core/internal/revisions.js";
import { describe, expect, it } from "vitest";
import { BUILD, type Files, findInstalled } from "../../src/browser/places.js";
import { temporaryFolder } from "../support/editions.js";
import { program } from "../support/program.js";

/** A disk that holds these files and nothing else. */
function disk(paths: readonly string[], { dirname, basename }: typeof posix = posix): Files {
  const names = new Map<string, Set<string>>();
  for (const path of paths) {
    for (let at = path; dirname(at) !== at; at = dirname(at)) {
      names.set(dirname(at), (names.get(dirname(at)) ?? new Set()).add(basename(at)));
    }
  }
  return { exists: (path) => paths.includes(path), list: (folder) => [...(names.get(folder) ?? [])] };
}

const find = (
  platform: NodeJS.Platform,
  paths: readonly string[],
  environment: Record<string, string> = {},
): string[] => {
  const home = { darwin: "/people/ada", win32: "C:\\People\\Ada" }[platform as string] ?? "/people/ada";
  return findInstalled({ platform, environment, home }, disk(paths, platform === "win32" ? win32 : posix));
};

describe("a browser is found", () => {
  it.each([
    [
      "linux",
      "/people/ada/.cache/puppeteer/chrome-headless-shell/linux-130.0.1/chrome-headless-shell-linux64/chrome-headless-shell",
    ],
    ["linux", "/people/ada/.cache/puppeteer/chrome/linux-130.0.1/chrome-linux64/chrome"],
    ["linux", "/usr/lib/chromium/chromium-headless-shell"],
    ["linux", "/usr/lib64/chromium-browser/headless_shell"],
    ["linux", "/usr/bin/chromium"],
    ["linux", "/opt/google/chrome/chrome"],
    ["linux", "/usr/bin/google-chrome"],
    ["linux", "/usr/bin/microsoft-edge-stable"],
    ["linux", "/usr/bin/microsoft-edge"],
    ["linux", "/var/lib/snapd/snap/bin/chromium"],
    ["linux", "/var/lib/flatpak/exports/bin/org.chromium.Chromium"],
    ["linux", "/var/lib/flatpak/exports/bin/com.microsoft.Edge"],
    ["linux", "/people/ada/.local/share/flatpak/exports/bin/com.google.Chrome"],
    ["linux", "/people/ada/.local/share/flatpak/exports/bin/com.microsoft.Edge"],
    [
      "linux",
      "/people/ada/.cache/ms-playwright/chromium_headless_shell-1208/chrome-headless-shell-linux64/chrome-headless-shell",
    ],
    ["linux", "/usr/bin/chromium-browser"],
    ["linux", "/usr/bin/google-chrome-stable"],
    ["linux", "/opt/microsoft/msedge/msedge"],
    ["linux", "/snap/bin/chromium"],
    ["linux", "/var/lib/flatpak/exports/bin/com.google.Chrome"],
    ["linux", "/people/ada/.local/share/flatpak/exports/bin/org.chromium.Chromium"],
    ["linux", "/people/ada/.cache/ms-playwright/chromium_headless_shell-1155/chrome-linux/headless_shell"],
    ["linux", "/people/ada/.cache/ms-playwright/chromium-1208/chrome-linux64/chrome"],
    ["darwin", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    ["darwin", "/people/ada/Applications/Chromium.app/Contents/MacOS/Chromium"],
    ["darwin", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
    [
      "darwin",
      "/people/ada/Library/Caches/ms-playwright/chromium-1155/chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    ],
    [
      "darwin",
      "/people/ada/.cache/puppeteer/chrome-headless-shell/mac_arm-130.0.1/chrome-headless-shell-mac-arm64/chrome-headless-shell",
    ],
    ["darwin", "/people/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    ["darwin", "/Applications/Chromium.app/Contents/MacOS/Chromium"],
    ["darwin", "/people/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
    [
      "darwin",
      "/people/ada/.cache/puppeteer/chrome/mac_arm-130.0.1/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    ],
    ["darwin", "/people/ada/Library/Caches/ms-playwright/chromium_headless_shell-1155/chrome-mac/headless_shell"],
    [
      "darwin",
      "/people/ada/Library/Caches/ms-playwright/chromium_headless_shell-1208/chrome-headless-shell-mac-arm64/chrome-headless-shell",
    ],
    [
      "darwin",
      "/people/ada/Library/Caches/ms-playwright/chromium-1208/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    ],
    [
      "win32",
      "C:\\People\\Ada\\.cache\\puppeteer\\chrome-headless-shell\\win64-130.0.1\\chrome-headless-shell-win64\\chrome-headless-shell.exe",
    ],
    ["win32", "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe"],
    ["win32", "C:\\Program Files\\Chromium\\Application\\chrome.exe"],
    ["win32", "C:\\People\\Ada\\AppData\\Local\\Chromium\\Application\\chrome.exe"],
    ["win32", "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe"],
    ["win32", "C:\\People\\Ada\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe"],
    ["win32", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"],
    ["win32", "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"],
    ["win32", "C:\\People\\Ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe"],
    ["win32", "C:\\People\\Ada\\.cache\\puppeteer\\chrome\\win64-130.0.1\\chrome-win64\\chrome.exe"],
  ] as const)("on %s at %s", (platform, path) => {
    expect(find(platform, [path])).toEqual([path]);
  });

  it("where the environment says that it is", () => {
    const shell = "/srv/browsers/chrome-headless-shell/linux-9.0/x/chrome-headless-shell";
    expect(find("linux", [shell], { PUPPETEER_CACHE_DIR: "/srv/browsers" })).toEqual([shell]);
    const playwright = "D:\\pw\\chromium-1200\\chrome-win64\\chrome.exe";
    expect(find("win32", [playwright], { PLAYWRIGHT_BROWSERS_PATH: "D:\\pw" })).toEqual([playwright]);
    const own = "E:\\local\\Google\\Chrome\\Application\\chrome.exe";
    expect(find("win32", [own], { LOCALAPPDATA: "E:\\local" })).toEqual([own]);
  });

  it("by PATH, where it is at no usual place", () => {
    const nix = "/run/current-system/sw/bin/chromium";
    expect(find("linux", [nix], { PATH: "/usr/bin::/run/current-system/sw/bin" })).toEqual([nix]);
    const windows = "D:\\tools\\chrome.exe";
    expect(find("win32", [windows], { Path: "C:\\Windows;D:\\tools" })).toEqual([windows]);
  });

  it("and of several the build that this program was made for, then the newest, then the system's", () => {
    const shell = (build: string) =>
      `/people/ada/.cache/puppeteer/chrome-headless-shell/linux-${build}/x/chrome-headless-shell`;
    const paths = [shell("99.0.1"), "/usr/bin/chromium", shell("150.0.2"), shell(BUILD), "/snap/bin/chromium"];
    expect(find("linux", paths)).toEqual([
      shell(BUILD),
      shell("150.0.2"),
      shell("99.0.1"),
      "/usr/bin/chromium",
      "/snap/bin/chromium",
    ]);
  });

  it("nowhere on a machine that has none", () => {
    for (const platform of ["linux", "darwin", "win32"] as const) {
      expect(find(platform, ["/etc/passwd"], { PATH: "/usr/bin" })).toEqual([]);
    }
  });
});

it("the build is the one that puppeteer was made for", () => {
  expect(PUPPETEER_REVISIONS["chrome-headless-shell"]).toBe(BUILD);
});

describe("pattern-press browser", () => {
  it("tells which is used, and where there is none how to come by one", async () => {
    const cwd = temporaryFolder();
    const named = await program(["browser"], { cwd, env: { PUPPETEER_EXECUTABLE_PATH: process.execPath } });
    expect(named).toMatchObject({ status: 0, stdout: `${process.execPath}\n` });
    const wrong = await program(["browser", "instal"], { cwd });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain("expected “browser install”");
  });

  it.skipIf(process.platform !== "linux" || process.arch !== "x64")(
    "fetches one, which is found from then on",
    async () => {
      const asked: string[] = [];
      const shell = {
        "chrome-headless-shell-linux64/chrome-headless-shell": [strToU8("#!/bin/sh\n"), { attrs: 0o755 << 16, os: 3 }],
      } as const;
      const server = createServer(({ url = "" }, response) => {
        asked.push(url);
        const [content, options] = shell["chrome-headless-shell-linux64/chrome-headless-shell"];
        response.end(zipSync({ "chrome-headless-shell-linux64/chrome-headless-shell": [content, options] }));
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const { port } = server.address() as AddressInfo; // it listens on a port
      const folder = temporaryFolder();
      const env = {
        PUPPETEER_CACHE_DIR: folder,
        PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL: `http://127.0.0.1:${port}`,
        PUPPETEER_EXECUTABLE_PATH: "",
      };
      try {
        const { status, stdout, stderr } = await program(["browser", "install"], { cwd: folder, env });
        expect(status, stderr).toBe(0);
        expect(stdout).toContain(`linux-${BUILD}`);
        expect(asked).toContain(`/${BUILD}/linux64/chrome-headless-shell-linux64.zip`);
        expect((await program(["browser"], { cwd: folder, env })).stdout).toBe(stdout);
      } finally {
        server.close();
      }
      const blocked = { ...env, PUPPETEER_CACHE_DIR: temporaryFolder() };
      const { status, stderr } = await program(["browser", "install"], { cwd: folder, env: blocked });
      expect(status).toBe(3);
      expect(stderr).toMatch(/could not be fetched: .*; look at the network/);
    },
  );

  it.skipIf(process.platform === "win32")("says which library of the system one lacks", async () => {
    const cwd = temporaryFolder();
    const browser = join(cwd, "chrome");
    const lack =
      "error while loading shared libraries: libnss3.so: cannot open shared object file: No such file or directory";
    writeFileSync(browser, `#!/bin/sh\necho "chrome: ${lack}" >&2\nexit 127\n`, { mode: 0o755 });
    const { status, stderr } = await program(["init", "lib"], { cwd });
    expect(status, stderr).toBe(0);
    const env = { PUPPETEER_EXECUTABLE_PATH: browser };
    const built = await program(["build", "--format", "pdf", "--quiet", "--no-cache"], { cwd: join(cwd, "lib"), env });
    expect(built.status).toBe(3);
    expect(built.stderr).toContain(`${browser} did not start: ${lack}; install the libraries that it needs`);
  });
});
