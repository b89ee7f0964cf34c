import { posix, win32 } from "node:path";

/** The build of Chrome that this version of puppeteer was made for; a test holds it against puppeteer's own word. */
export const BUILD = "148.0.7778.97";

/** What is known of a machine before any of its files is looked at. */
export interface Machine {
  platform: NodeJS.Platform;
  environment: Readonly<Record<string, string | undefined>>;
  /** The user's own folder. */
  home: string;
}

/** A file system, as far as a browser is looked for in it. */
export interface Files {
  exists(path: string): boolean;
  /** Names in a folder; none where it is not there. */
  list(folder: string): readonly string[];
}

type Names = Readonly<Record<string, string | undefined>>;

interface System {
  /** Folders that places begin with, by name. */
  folders(environment: Names, home: string): Names;
  /** Where browsers stand, the best first; a star stands for a version. */
  places: readonly string[];
  /** Commands that are looked for in the folders of PATH after that. */
  commands: readonly string[];
}

// The headless shell first: the same engine without a browser's windows prints the same pages a tenth sooner and holds
// less memory. Debian's command is a script that starts the browser: ending the script does not end the browser.
// Layouts: pptr.dev/browsers-api, playwright.dev/docs/browsers; Playwright's changed its folders in 2025, both are
// here.
const SYSTEMS: Partial<Record<NodeJS.Platform, System>> = {
  linux: {
    folders: (environment, home) => ({
      home,
      puppeteer: environment.PUPPETEER_CACHE_DIR ?? `${home}/.cache/puppeteer`,
      playwright:
        environment.PLAYWRIGHT_BROWSERS_PATH ?? `${environment.XDG_CACHE_HOME ?? `${home}/.cache`}/ms-playwright`,
    }),
    places: [
      "{puppeteer}/chrome-headless-shell/*/*/chrome-headless-shell",
      "{puppeteer}/chrome/*/*/chrome",
      "/usr/lib/chromium/chromium-headless-shell",
      "/usr/lib64/chromium-browser/headless_shell",
      "/usr/bin/chromium",
      "/opt/google/chrome/chrome",
      "/usr/bin/google-chrome-stable",
      "/usr/bin/google-chrome",
      "{playwright}/chromium_headless_shell-*/*/headless_shell",
      "{playwright}/chromium_headless_shell-*/*/chrome-headless-shell",
      "{playwright}/chromium-*/*/chrome",
      "/opt/microsoft/msedge/msedge",
      "/usr/bin/microsoft-edge-stable",
      "/usr/bin/microsoft-edge",
      "/snap/bin/chromium",
      "/var/lib/snapd/snap/bin/chromium",
      "/var/lib/flatpak/exports/bin/org.chromium.Chromium",
      "/var/lib/flatpak/exports/bin/com.google.Chrome",
      "/var/lib/flatpak/exports/bin/com.microsoft.Edge",
      "{home}/.local/share/flatpak/exports/bin/org.chromium.Chromium",
      "{home}/.local/share/flatpak/exports/bin/com.google.Chrome",
      "{home}/.local/share/flatpak/exports/bin/com.microsoft.Edge",
      // Ubuntu's is a script that only starts the snap, or says that there is none.
      "/usr/bin/chromium-browser",
    ],
    commands: [
      "chrome-headless-shell",
      "chromium",
      "google-chrome-stable",
      "google-chrome",
      "chrome",
      "microsoft-edge",
    ],
  },
  darwin: {
    folders: (environment, home) => ({
      home,
      puppeteer: environment.PUPPETEER_CACHE_DIR ?? `${home}/.cache/puppeteer`,
      playwright: environment.PLAYWRIGHT_BROWSERS_PATH ?? `${home}/Library/Caches/ms-playwright`,
    }),
    places: [
      "{puppeteer}/chrome-headless-shell/*/*/chrome-headless-shell",
      "{puppeteer}/chrome/*/*/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "{home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "{home}/Applications/Chromium.app/Contents/MacOS/Chromium",
      "{playwright}/chromium_headless_shell-*/*/headless_shell",
      "{playwright}/chromium_headless_shell-*/*/chrome-headless-shell",
      "{playwright}/chromium-*/*/Chromium.app/Contents/MacOS/Chromium",
      "{playwright}/chromium-*/*/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      "{home}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ],
    commands: ["chrome-headless-shell", "chromium", "google-chrome"],
  },
  win32: {
    folders: (environment, home) => ({
      puppeteer: environment.PUPPETEER_CACHE_DIR ?? `${home}/.cache/puppeteer`,
      playwright:
        environment.PLAYWRIGHT_BROWSERS_PATH ??
        (environment.LOCALAPPDATA && `${environment.LOCALAPPDATA}/ms-playwright`),
      // A program of 32 bits sees the folder of its own kind under the plain name.
      programs: environment.ProgramW6432 ?? environment.PROGRAMFILES ?? "C:/Program Files",
      programs32: environment["PROGRAMFILES(X86)"] ?? "C:/Program Files (x86)",
      own: environment.LOCALAPPDATA ?? `${home}/AppData/Local`,
    }),
    places: [
      "{puppeteer}/chrome-headless-shell/*/*/chrome-headless-shell.exe",
      "{puppeteer}/chrome/*/*/chrome.exe",
      "{programs}/Google/Chrome/Application/chrome.exe",
      "{programs32}/Google/Chrome/Application/chrome.exe",
      "{own}/Google/Chrome/Application/chrome.exe",
      "{programs}/Chromium/Application/chrome.exe",
      "{own}/Chromium/Application/chrome.exe",
      "{playwright}/chromium_headless_shell-*/*/headless_shell.exe",
      "{playwright}/chromium_headless_shell-*/*/chrome-headless-shell.exe",
      "{playwright}/chromium-*/*/chrome.exe",
      // Edge comes with Windows.
      "{programs32}/Microsoft/Edge/Application/msedge.exe",
      "{programs}/Microsoft/Edge/Application/msedge.exe",
      "{own}/Microsoft/Edge/Application/msedge.exe",
    ],
    commands: ["chrome.exe", "chromium.exe", "msedge.exe"],
  },
};

/**
 * Where a machine has browsers, the one to use first: those that puppeteer keeps (its own build before others), the
 * system's, Playwright's, Edge, those in boxes of their own (snap, Flatpak), what PATH leads to.
 */
export function findInstalled({ platform, environment, home }: Machine, files: Files): string[] {
  const system = SYSTEMS[platform] ?? SYSTEMS.linux;
  if (!system) return [];
  const { sep, delimiter } = platform === "win32" ? win32 : posix;
  const folders = system.folders(environment, home);
  const placed = system.places.flatMap((place) => {
    const name = /^\{(\w+)\}/.exec(place)?.[1];
    const folder = name === undefined ? "" : folders[name];
    if (folder === undefined) return [];
    const path = name === undefined ? place : `${folder}${place.slice(name.length + 2)}`;
    return expand(path.split(/[\\/]/), files, sep);
  });
  const path = environment.PATH ?? environment.Path ?? "";
  const commands = path
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => system.commands.map((command) => [folder, command].join(sep)));
  return [...new Set([...placed, ...commands.filter(files.exists)])];
}

/** The paths that there are of one with stars in it, the newest version first. */
function expand(segments: readonly string[], files: Files, sep: string): string[] {
  const at = segments.findIndex((segment) => segment.includes("*"));
  const path = segments.join(sep);
  if (at === -1) return files.exists(path) ? [path] : [];
  const [before = "", after = ""] = segments[at]?.split("*") ?? [];
  return files
    .list(segments.slice(0, at).join(sep))
    .filter((name) => name.startsWith(before) && name.endsWith(after))
    .toSorted((a, b) => Number(isOwnBuild(b)) - Number(isOwnBuild(a)) || BY_VERSION.compare(b, a))
    .flatMap((name) => expand(segments.with(at, name), files, sep));
}

// `linux-99…` comes before `linux-148…` by letters, not by numbers.
const BY_VERSION = new Intl.Collator("en", { numeric: true });

function isOwnBuild(name: string): boolean {
  return name.endsWith(`-${BUILD}`);
}
