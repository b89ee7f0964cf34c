import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Liquid, LiquidError } from "liquidjs";
import { splitAddresses } from "./addresses.js";
import { escapeHtml } from "./escape-html.js";
import { tellInDocument } from "./languages/document.js";
import { mapMarked, unmarked } from "./languages/marks.js";
import { type Locale, localeRound, readLocale, speaks } from "./locale.js";
import { TemplateError } from "./template-files.js";
import { readTokens, type Tokens } from "./tokens.js";
import { readSigns, type Signs } from "./typography/signs.js";
import { typeset } from "./typography/typeset.js";

/** The Liquid templates and the tokens; a user's folder overrides file by file. */
export interface Templates {
  folders: readonly string[];
  tokens: Tokens;
  /**
   * SHA-256 over the template files, hex.
   * @param without folders of templates that do not matter: those of other editions
   */
  fingerprint(without: readonly string[]): string;
  /** Renders `name.liquid`. Throws TemplateError with file and line. */
  render(name: string, scope: object): string;
  /** The signs of a language. Throws TemplateError when its locale file is none. */
  signs(language: string): Signs;
  /** The interface round a text in a language. Throws TemplateError when its locale file is none. */
  localeOf(language: string): Locale;
}

/** @param folders the user's first */
export function openTemplates(folders: readonly string[], locale: Locale): Templates {
  const engine = new Liquid({
    root: [...folders],
    extname: ".liquid",
    cache: true,
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    outputEscape: "escape",
    timezoneOffset: 0,
  });
  const known = new Map<string, Signs>();
  const signs = (language: string): Signs => {
    const found =
      known.get(language) ??
      readSigns(speaks(locale, language, folders) ? { ...locale, language } : readLocale(folders, language, {}));
    known.set(language, found);
    return found;
  };
  const locales = new Map<string, Locale>();
  const localeOf = (language: string): Locale => {
    const found = locales.get(language) ?? localeRound(folders, language, locale);
    locales.set(language, found);
    return found;
  };
  // In the language of the edition, or in the one named: `{{ title | typeset: pattern.language }}`.
  const register = (name: string, filter: (...values: unknown[]) => string): void =>
    engine.registerFilter(name, (...values: unknown[]) => {
      try {
        return filter(...values);
      } catch (error) {
        throw error instanceof TemplateError ? error : new FilterFault(error);
      }
    });
  register("typeset", (text, language) =>
    mapMarked(String(text), (piece, own = typeof language === "string" ? language : locale.language) =>
      typeset(piece, signs(own)),
    ),
  );
  register("quoted", (text, language) => {
    const own = signs(typeof language === "string" ? language : locale.language);
    return own.outer.join(typeset(String(text), own));
  });
  // To be followed by `raw`: what it gives is HTML.
  register("break_addresses", (text) => breakAddresses(String(text)));
  register("css_string", (text) => cssString(unmarked(String(text))));
  return {
    folders,
    tokens: readTokens(folders),
    fingerprint: openFingerprint(folders),
    signs,
    localeOf,
    render(name, scope) {
      try {
        return tellInDocument(engine.renderFileSync(name, scope), locale.language);
      } catch (error) {
        if (error instanceof LiquidError && error.originalError instanceof FilterFault) throw error.originalError.fault;
        if (error instanceof LiquidError) throw new TemplateError(describeError(error, folders));
        const reason = error instanceof Error ? error.message : String(error);
        throw new TemplateError(`${name}.liquid: ${reason}`);
      }
    },
  };
}

/** What one of our own filters stumbled over: no template is wrong then. */
class FilterFault extends Error {
  constructor(readonly fault: unknown) {
    super("a filter failed");
  }
}

/** A quoted CSS string; characters that would end it are escaped (CSS Syntax 3, 4.3.7). */
function cssString(text: string): string {
  return `"${text.replace(/[\\"\n<>&]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}

/** What is wrong, in which file and line, and the lines around it. */
function describeError({ message, context, token }: LiquidError, folders: readonly string[]): string {
  // liquidjs names no file where a variable is unknown, but hands over the template's text.
  const files = folders.flatMap((folder) => filesIn(folder).filter((file) => file.endsWith(".liquid")));
  const file = token.file ?? files.find((path) => readFileSync(path, "utf8") === token.input);
  const where = message.includes(", file:") || file === undefined ? "" : `, file:${file}`;
  return `${message.replace(/, line:/, `${where}, line:`)}\n${context ?? ""}`.trim();
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The files are read once, whichever of them are asked for. */
function openFingerprint(folders: readonly string[]): Templates["fingerprint"] {
  const hash = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");
  // Ours first: what they are called does not change when a house adds a folder before them.
  const files = folders.toReversed().flatMap((folder, at) =>
    filesIn(folder).map((file) => {
      const path = relative(folder, file).replaceAll(sep, "/");
      return { path, said: `${at} ${path} ${hash(readFileSync(file))}` };
    }),
  );
  return (without) => {
    const isOurs = ({ path }: { path: string }): boolean => !without.some((folder) => path.startsWith(`${folder}/`));
    return hash(
      files
        .filter(isOurs)
        .map(({ said }) => said)
        .join("\n"),
    );
  };
}

function breakAddresses(text: string): string {
  return splitAddresses(text)
    .map((pieces, at) => {
      const broken = pieces.map(escapeHtml).join("<wbr>");
      return at % 2 === 0 ? broken : `<span class="address">${broken}</span>`;
    })
    .join("");
}
