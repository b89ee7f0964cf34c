import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

// The rules of npm for names; an own folder begins with a dot, or lies beside the configuration.
const PACKAGE = /^(?:@[a-z\d~-][\w.~-]*\/)?[a-z\d~-][\w.~-]*$/;

/**
 * The folder that `templates` names: one beside the configuration, or a package in the nearest `node_modules` above it, of
 * which `templates/` counts where there is one. Where neither is there, the path that was meant.
 * @param folder the configuration's
 */
export function findTheme(folder: string, written: string): string {
  const beside = resolve(folder, written);
  if (isFolder(beside) || !PACKAGE.test(written)) return beside;
  for (let above = resolve(folder); ; above = dirname(above)) {
    const theme = join(above, "node_modules", written);
    if (isFolder(theme)) return isFolder(join(theme, "templates")) ? join(theme, "templates") : theme;
    if (dirname(above) === above) return beside;
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
