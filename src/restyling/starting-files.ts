import { OWN_TEMPLATES, templateFolders } from "../page/template-files.js";
import { readTokens } from "../page/tokens.js";
import { describeTheme, showToken } from "./describe-theme.js";
import { readTemplate } from "./house-files.js";
import { TOKENS } from "./listed-tokens.js";

/** The files of a theme to begin with, by path: they change nothing until somebody takes the comments away. */
export function startTheme(copied: readonly string[]): Map<string, string> {
  return new Map([
    ["README.md", `${describeTheme(readTokens(templateFolders(undefined)))}\n`],
    ["tokens.yaml", writeTokens()],
    ["book/own-style.liquid", ownStyle("the printed book", ".title{font-weight:400;color:{{ tokens.colours.ink }}}")],
    ["epub/own-style.liquid", ownStyle("the e-book", ".title { font-weight: 400 }")],
    ...copied.map((path): [string, string] => [path, readTemplate(OWN_TEMPLATES, path)]),
  ]);
}

function ownStyle(edition: string, example: string): string {
  return `{%- comment -%}
Rules of your own for ${edition}; they come after ours, which book/style.liquid and epub/style.liquid hold. For one:
${example}
{%- endcomment -%}
`;
}

/** `tokens.yaml` with every size and colour of ours in a comment, and what it does. */
function writeTokens(): string {
  const tokens = readTokens(templateFolders(undefined));
  const lines = ["# What differs from our tokens: take the # away before a line and before the name above it."];
  let open = "";
  for (const { key, does } of TOKENS) {
    const [group = "", name] = key.split(".");
    if (group === "fonts") continue;
    if (name !== undefined && group !== open) lines.push(`# ${group}:`);
    open = group;
    const value = showToken(key, tokens);
    lines.push(
      `# ${name === undefined ? group : `  ${name}`}: ${value.startsWith("#") ? `"${value}"` : value} # ${does}`,
    );
  }
  return `${[...lines, ...FACES].join("\n")}\n`;
}

// A face is described whole; what a package holds stands in its name.
const FACES = [
  "# fonts:",
  "#   text: { family: Noto Serif, package: noto-serif, faces: [400, 400-italic, 600] } # of npm's scope @fontsource",
  "#   label: { family: House Sans, files: { 400: ./fonts/house.ttf, 600: ./fonts/house-bold.ttf } } # files of this folder",
];
