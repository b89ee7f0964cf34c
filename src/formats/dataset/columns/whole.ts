import { countWords } from "../../../library/body/count-words.js";
import type { PatternRecord } from "../record.js";
import type { NestedColumn, Shape, TableColumn } from "./column.js";

const string = (name: string, description: string): Shape => ({ name, type: "string", description });
const required = (shape: Shape): Shape => ({ ...shape, isRequired: true });

const OTHER: readonly Shape[] = [
  required(string("kind", "What it is to the other: generalizes_from, enables …")),
  string("target_id", "Id of the other; null where the library has none of that name."),
  string("target_slug", "Slug of the other."),
];
const SAID: readonly Shape[] = [
  { name: "weight", type: "number", description: "0 to 1, where it is given." },
  string("description", "What is said of the relation."),
];

const NESTED: readonly NestedColumn<PatternRecord>[] = [
  {
    name: "scores",
    description: "Scores by dimension.",
    parts: [
      required(string("dimension", "What is scored.")),
      required({ name: "value", type: "number", description: "The score as the file gives it." }),
      string("rationale", "Why, in the words of the file."),
      required(string("stated_in", "Where it stands: front-matter or body.")),
    ],
    value: (r) => r.scores,
  },
  {
    name: "relations",
    description: "Relations to patterns of the library, seen from this end, whichever file states them.",
    parts: [
      ...OTHER.map(required),
      required(string("target_iri", "Address of the other.")),
      required(string("target_title", "Name of the other.")),
      ...SAID,
      required({
        name: "stated",
        type: "boolean",
        description: "False where only the other pattern's file states it.",
      }),
    ],
    value: (r) => r.relations,
  },
  {
    name: "claims",
    description: "Relations that its own file states, those too that lead to no pattern.",
    parts: [...OTHER, required(string("target", "The other as the file names it.")), ...SAID],
    value: (r) => r.claims,
  },
  {
    name: "sections",
    description: "Its sections without their text, which sections.parquet has.",
    parts: [
      required(string("id", "Fragment of its address.")),
      required(string("role", "What it is for: context, problem, solution …")),
      string("title", "Heading."),
      required({ name: "words", type: "integer", description: "Words of its text." }),
    ],
    value: (r) => r.sections.map(({ id, role, title, text }) => ({ id, role, title, words: countWords(text) })),
  },
  {
    name: "references",
    description: "Entries of its list of references.",
    parts: [
      string("number", "By which the text cites it."),
      required(string("text", "The entry.")),
      string("url", "Where it leads."),
    ],
    value: (r) => r.references,
  },
];

/** The text, and what has parts of its own. */
export const WHOLE_COLUMNS: readonly TableColumn<PatternRecord>[] = [
  {
    name: "markdown",
    type: "string",
    isRequired: true,
    description: "The text as Markdown; chunks and sections have it without markup.",
    value: ({ sections }) => joinMarkdown(sections),
  },
  ...NESTED,
  {
    name: "extra",
    type: "string",
    isRequired: true,
    description: "Fields that no dialect knows, as JSON.",
    value: (r) => r.extra,
  },
];

/** The Markdown of all sections under headings of the second level. */
function joinMarkdown(sections: PatternRecord["sections"]): string {
  return sections
    .flatMap(({ title, markdown }) => (markdown === null ? [] : [title ? `## ${title}\n\n${markdown}` : markdown]))
    .join("\n\n");
}
