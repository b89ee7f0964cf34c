import type { Library } from "../library/library.js";
import type { NumberedPattern, PatternId } from "../library/pattern.js";
import { collectValues } from "../library/spellings.js";
import type { Edition, EditionPattern, PrintedAt } from "./edition.js";
import { fieldsOf } from "./fields.js";

interface Made {
  name: string;
  date: Date;
  print: ReadonlyMap<PatternId, PrintedAt>;
}

/**
 * A library as the edition that is being made of it.
 * @param before with which it is to be compared: texts that it has too are not loaded
 */
export async function describeLibrary(
  library: Library,
  { name, date, print }: Made,
  before: Edition,
): Promise<Edition> {
  const known = new Set(before.patterns.map(({ sha256 }) => sha256));
  const published = new Set(library.patterns.map(({ id }) => id));
  const values = collectValues(library);
  const patterns: EditionPattern[] = [];
  for (const pattern of library.patterns) {
    const { id, slug, formerSlugs, number, title, source } = pattern;
    const relations = (library.relations.get(id) ?? [])
      .filter(({ stated, target }) => stated && published.has(target))
      .map(({ kind, target }) => ({ kind, target }));
    patterns.push({
      id,
      slug,
      formerSlugs,
      number,
      title,
      sha256: source.sha256,
      print: print.get(id),
      content: {
        relations,
        fields: fieldsOf(pattern, values),
        sections: known.has(source.sha256) ? undefined : await loadSections(library, pattern),
      },
    });
  }
  return { name, sourceDateEpoch: Math.floor(date.getTime() / 1000), patterns };
}

async function loadSections(library: Library, pattern: NumberedPattern) {
  const { sections } = await library.body(pattern);
  return sections.map(({ id, role, title, markdown }) => ({
    id: id.startsWith(`${pattern.slug}--`) ? id.slice(pattern.slug.length + 2) : id,
    role,
    title,
    text: markdown,
  }));
}
