import { countWords } from "../../../library/body/count-words.js";
import type { Passage } from "../passages/passage.js";
import type { Column } from "./column.js";

/** What sections.parquet says of every section, and chunks.jsonl.gz of every piece. */
export const PASSAGE_COLUMNS: readonly Column<Passage>[] = [
  {
    name: "id",
    type: "string",
    isRequired: true,
    description: "Address of the pattern with a fragment.",
    value: ({ id }) => id,
  },
  {
    name: "pattern_iri",
    type: "string",
    isRequired: true,
    description: "Address of the pattern.",
    value: ({ pattern }) => pattern.iri,
  },
  {
    name: "pattern_id",
    type: "string",
    isRequired: true,
    description: "Its id in the library.",
    value: ({ pattern }) => pattern.id,
  },
  {
    name: "pattern_slug",
    type: "string",
    isRequired: true,
    description: "Its slug.",
    value: ({ pattern }) => pattern.slug,
  },
  {
    name: "pattern_number",
    type: "integer",
    isRequired: true,
    description: "Its number in the book.",
    value: ({ pattern }) => pattern.number,
  },
  {
    name: "pattern_title",
    type: "string",
    isRequired: true,
    description: "Its name.",
    value: ({ pattern }) => pattern.title,
  },
  {
    name: "language",
    type: "string",
    isRequired: true,
    description: "Language of the text (BCP 47).",
    value: ({ pattern }) => pattern.language,
  },
  { name: "part", type: "string", description: "Part of the book.", value: ({ part }) => part },
  { name: "chapter", type: "string", description: "Chapter of the book.", value: ({ chapter }) => chapter },
  {
    name: "position",
    type: "integer",
    isRequired: true,
    description: "Place in the pattern, from 1.",
    value: ({ position }) => position,
  },
  {
    name: "role",
    type: "string",
    isRequired: true,
    description: "What it is for: context, problem, solution …",
    value: ({ role }) => role,
  },
  { name: "title", type: "string", isRequired: true, description: "What it is called.", value: ({ title }) => title },
  {
    name: "path",
    type: "string",
    isList: true,
    description: "Headings that it stands under, from the pattern's name down.",
    value: ({ path }) => path,
  },
  {
    name: "words",
    type: "integer",
    isRequired: true,
    description: "Words of the text.",
    value: ({ text }) => countWords(text),
  },
  {
    name: "text",
    type: "string",
    isRequired: true,
    description: "The text without markup; it begins with the title.",
    value: ({ text }) => text,
  },
];
