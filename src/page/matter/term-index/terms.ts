import type { Library } from "../../../library/library.js";
import type { NumberedPattern } from "../../../library/pattern.js";
import { capitalise, domainName, type Locale, originName, termName } from "../../locale.js";
import { chooseEntities, entitiesOf } from "./entities.js";
import { authorsOf, invertArticle, invertName } from "./names.js";

/** A heading under which the index lists a pattern. */
export interface Term {
  heading: string;
  /** The pattern's own title, another name of it, or something it is about. */
  kind: "title" | "alias" | "subject";
  pattern: NumberedPattern;
}

/**
 * Finds what every pattern is listed under: title, aliases, domains, kinds, origins, entities, and the authors of its
 * sources. What an entity counts for is the same in every volume.
 */
export function openTerms(library: Pick<Library, "patterns">, locale: Locale): (pattern: NumberedPattern) => Term[] {
  const entities = chooseEntities(library.patterns);
  const articles = articlesOf(locale);
  return (pattern) => {
    const subject = (heading: string): Term => ({ heading, kind: "subject", pattern });
    const terms: Term[] = [
      { heading: invertArticle(pattern.title, articles, locale), kind: "title", pattern },
      ...pattern.aliases.map(
        (alias): Term => ({ heading: invertArticle(alias, articles, locale), kind: "alias", pattern }),
      ),
      ...[...(pattern.domain === undefined ? [] : [pattern.domain]), ...pattern.crossDomains].map((domain) =>
        subject(domainName(locale, domain)),
      ),
      ...pattern.categories.map((category) => subject(capitalise(termName(locale, category), locale))),
      ...pattern.origins.map((origin) => subject(originName(locale, origin))),
      ...entitiesOf(pattern).flatMap(({ id, type }) => {
        const label = entities.get(id);
        return label ? [subject(type === "person" ? invertName(label) : label)] : [];
      }),
      ...pattern.sources.flatMap(authorsOf).map(subject),
    ];
    return terms.filter(({ heading }) => heading !== "");
  };
}

/** The articles that do not count for the order of titles. */
export function articlesOf({ words }: Locale): string[] {
  const { articles } = words;
  return Array.isArray(articles) ? articles.filter((article) => typeof article === "string") : [];
}
