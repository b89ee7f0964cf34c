import { capitalise, type Locale } from "../../locale.js";

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
