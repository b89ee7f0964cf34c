import { capitalise, type Locale } from "../../locale.js";

const INITIALS = /^(?:\p{Lu}\.[ -]?)+$/u;
const YEAR = /\((?:c\. ?)?\d{4}[a-z]?(?:[–/-]\d{2,4})?\)/;

/**
 * Who wrote a source that is given as `Lave and Wenger (1991), Situated Learning`, or in the manner of the APA; none
 * where it is given in another manner.
 */
export function authorsOf(source: string): string[] {
  const year = YEAR.exec(source);
  if (!year) return [];
  return source
    .slice(0, year.index)
    .replace(/\(eds?\.?\)|\bet al\b\.?/gi, "")
    .split(/[,/|;]| & | and | und | y /)
    .map((name) => name.replace(/^(?:and|und|y|&) /, "").trim())
    .filter((name) => /\p{L}/u.test(name) && !INITIALS.test(name));
}

// Particles that stand with the surname: van der Kolk, Bessel.
const NAME = /^(?<given>\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)*) (?<surname>(?:\p{Ll}+ )*\p{Lu}[\p{L}'’-]+)$/u;

/** A person's name as an index lists it: `Carl Jung` → `Jung, Carl`; what does not read as one stays as it is. */
export function invertName(name: string): string {
  const { given, surname } = NAME.exec(name)?.groups ?? {};
  return given && surname ? `${surname}, ${given}` : name;
}

const ELIDED = /['’]$/;

/**
 * `The Shadow of the Future` → `Shadow of the Future, The`; an article that ends in an apostrophe touches its word:
 * `L’atelier` → `Atelier, L’`.
 */
export function invertArticle(title: string, articles: readonly string[], locale: Pick<Locale, "language">): string {
  const straight = title.replaceAll("’", "'");
  for (const article of articles) {
    const before = ELIDED.test(article) ? article.replace(ELIDED, "'") : `${article} `;
    const rest = title.slice(before.length);
    if (straight.startsWith(before) && rest.trim() !== "") return `${capitalise(rest, locale)}, ${article}`;
  }
  return title;
}
