import type { SurveyedFile } from "../library/reading/survey.js";
import { wordPattern } from "../library/reading/word-pattern.js";

/** A line of a draft: where a field is found, and in how many files. */
export interface DraftField {
  name: string;
  places: { place: string; count: number }[];
}

/** Where libraries have the fields that a book shows: the front matter first, then sections. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  title: ["title", "## Title", "# *", "file"],
  summary: [
    "summary",
    "description",
    "excerpt",
    "subtitle",
    "abstract",
    "what",
    "intent",
    "tagline",
    "## Patlet*",
    "## Summary*",
    "## Intent",
    "<summary>",
  ],
  aliases: ["aliases", "## Alias*", "## Also Known As"],
  contributors: ["authors", "author", "contributors", "## Author*", "## Autor*", "## Contributor*"],
  category: ["category", "categories", "group", "theme", "area"],
  license: ["license", "licence"],
  status: ["status"],
};
// What only a site's program reads, and what is read without being named.
const QUIET = new Set(
  `layout permalink redirect_from id slug old_slugs draft published weight nav_order parent has_children toc sidebar
  image date created modified lang language version tags related relationships larger smaller enables requires
  generalizes_from specializes_to alternatives complementary tools sources domain universality classification ontology
  lifecycle provenance repository page_url github_url attribution commons_domain`.split(/\s+/),
);
// Rarer ones are somebody's note.
const OFTEN = 0.2;

/** The fields of a library's files, ours and its own, with the places that have them. */
export function findFields(files: readonly SurveyedFile[]): DraftField[] {
  const ours = Object.entries(USUAL).flatMap(([name, usual]): DraftField[] => {
    const places = usual
      .map((place) => ({ place, count: files.filter((file) => has(file, place)).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => (isKey(a.place) && isKey(b.place) ? b.count - a.count : 0));
    // A title there is always.
    return name === "title" || places.some(({ place }) => place !== "file")
      ? [{ name, places: untilAll(places, files.length) }]
      : [];
  });
  const known = new Set([...QUIET, ...Object.values(USUAL).flat()]);
  const counts = new Map<string, number>();
  for (const key of files.flatMap(({ keys }) => keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const own = [...counts]
    .filter(([key, count]) => !known.has(key) && /^[a-zA-Z][\w-]*$/.test(key) && count >= files.length * OFTEN)
    .map(([key, count]): DraftField => ({ name: key, places: [{ place: key, count }] }));
  return [...ours, ...own];
}

function has({ path, keys, headings, hasTitle, elements }: SurveyedFile, place: string): boolean {
  if (place.startsWith("<")) return elements.includes(place);
  if (place === "file") return path !== "";
  if (place === "# *") return hasTitle;
  if (!place.startsWith("#")) return keys.includes(place);
  const pattern = wordPattern(place.replace(/^#+\s+/, ""));
  return headings.some((heading) => pattern.test(heading.replace(/^#+\s+/, "")));
}

/** Of the fields of the front matter that one is asked first that most files have. */
function isKey(place: string): boolean {
  return place !== "file" && !/^[#<]/.test(place);
}

/** Places after one that every file has are never looked at. */
function untilAll(places: DraftField["places"], files: number): DraftField["places"] {
  const last = places.findIndex(({ count, place }) => count === files && place !== "file");
  return last < 0 ? places : places.slice(0, last + 1);
}
