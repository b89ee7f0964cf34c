import type { Library } from "../../../library/library.js";
import type { NumberedPattern } from "../../../library/pattern.js";
import { readWhole } from "../../../library/web-address.js";
import { type Locale, originName } from "../../locale.js";
import { authorsOf } from "./authors.js";
import { chooseEntities, entitiesOf } from "./entities.js";
import { MOST_LOCATORS } from "./entries.js";
import { beginsWithGivenName } from "./given-names.js";
import { invertArticle } from "./names.js";
import { listedName, type Person, readName } from "./people.js";
import type { Term } from "./term.js";

/**
 * Finds what every pattern is listed under: title, aliases, origins, entities, and the authors of its sources. Classes are
 * no headings: what half of a book belongs to is found by its contents. What an entity counts for is the same in every
 * volume.
 */
export function openTerms(library: Pick<Library, "patterns">, locale: Locale): (pattern: NumberedPattern) => Term[] {
  const entities = chooseEntities(library.patterns);
  const articles = articlesOf(locale);
  const classes = sharedOrigins(library.patterns);
  return (pattern) => {
    const subject = (name: string | Person, source?: number): Term => ({
      ...(typeof name === "string" ? { heading: name } : { heading: listedName(name), person: name }),
      kind: "subject",
      pattern,
      ...(source === undefined ? {} : { source }),
    });
    const title = (name: string, kind: "title" | "alias"): Term => ({
      heading: invertArticle(name, articles, locale),
      kind,
      pattern,
    });
    const subjects = [
      ...pattern.origins.flatMap((origin) =>
        classes.has(origin) ? [] : [subject(asNamed(originName(locale, origin)))],
      ),
      ...entitiesOf(pattern).flatMap(({ id, type }) => {
        const label = entities.get(id);
        if (!label) return [];
        return [subject(type === "person" ? (readName(label) ?? label) : asNamed(label))];
      }),
      ...pattern.sources.flatMap((source, at) => authorsOf(source).map((author) => subject(author, at))),
    ];
    return [
      title(pattern.title, "title"),
      ...pattern.aliases.map((alias) => title(alias, "alias")),
      ...subjects.filter(({ heading }) => !isAddress(heading)),
    ].filter(({ heading }) => heading !== "");
  };
}

/** A person, where a name says by itself that it is one's. */
function asNamed(name: string): Person | string {
  const person = beginsWithGivenName(name) ? readName(name) : undefined;
  return person && person.given !== "" ? person : name;
}

/** Origins that more patterns share than an entry has locators are a class. */
function sharedOrigins(patterns: readonly NumberedPattern[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { origins } of patterns) for (const origin of origins) counts.set(origin, (counts.get(origin) ?? 0) + 1);
  return new Set([...counts].flatMap(([origin, count]) => (count > MOST_LOCATORS ? [origin] : [])));
}

function isAddress(heading: string): boolean {
  const read = readWhole(heading);
  return /:\/\/|\bwww\./.test(heading) || (read !== undefined && "address" in read);
}

/** The articles that do not count for the order of titles. */
export function articlesOf({ words }: Locale): string[] {
  const { articles } = words;
  return Array.isArray(articles) ? articles.filter((article) => typeof article === "string") : [];
}
