import type { Finding } from "../library/rules/rule.js";
import { OWN_TEMPLATES, templateFolders } from "../page/template-files.js";
import { OUR_COLOURS, readTokens } from "../page/tokens.js";
import { findUnshown } from "./find-unshown.js";
import { findUnused, findUnusedColours, type House } from "./find-unused.js";
import { listTemplates, readTemplate } from "./house-files.js";

/**
 * Files among a user's own templates that have no effect, or use elements that an edition cannot show.
 * @param folder of its templates
 * @param name of the folder as its reader would write it
 * @throws TemplateError where its tokens cannot be read
 */
export function inspectHouse(folder: string, name: string): Finding[] {
  const { colours } = readTokens(templateFolders(folder));
  const house: House = {
    name,
    files: listTemplates(folder),
    ours: listTemplates(OWN_TEMPLATES),
    read: (path) => readTemplate(folder, path),
  };
  const own = Object.keys(colours).filter((colour) => !OUR_COLOURS.includes(colour));
  return [
    ...findUnused(house),
    ...findUnusedColours(house, own, OUR_COLOURS),
    ...findUnshown(house, (path) => readTemplate(OWN_TEMPLATES, path)),
  ];
}
