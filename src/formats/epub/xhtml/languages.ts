import type { ElementPass } from "./pass.js";

/** XHTML says the language twice; a tag that is not well-formed (BCP 47) says nothing and goes. */
export const doubleLanguage: ElementPass = ({ properties }) => {
  if (properties.lang === undefined) return;
  const language = canonical(String(properties.lang));
  properties.lang = language;
  properties.xmlLang = language;
};

export function canonical(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
}
