import { z } from "zod";
import type { FrontMatter } from "../front-matter/index.js";
import type { Json, JsonObject } from "../pattern.js";
import { type Ask, valueAt } from "../reading/ask.js";
import type { ReadingRule } from "../reading/rule.js";
import { entriesOf, listOf, text } from "./kinds.js";

/** Names of the fields that we know, as a rule has them. */
export const OUR_FIELDS: ReadonlySet<string> = new Set(
  `id slug old_slugs title aliases summary language translationOf version created modified universality domain cross_domains
  commons_domain category era origin status alignment confidence scores contributors sources license attribution
  repository page_url github_url`.split(/\s+/),
);

const either = z.union([text, listOf(text).transform(entriesOf)]);

/** The fields that a rule declares and that are not ours: words, numbers as such, or lists of words. */
export function readDeclared({ fields }: ReadingRule, ask: Ask, { data }: FrontMatter): JsonObject {
  const names = Object.keys(fields).filter((name) => !OUR_FIELDS.has(name));
  return Object.fromEntries(
    names.flatMap((name): [string, Json][] => {
      const given = ask.one(name, either);
      if (!given) return [];
      const meant = given.keys.length > 0 ? valueAt(data, given.keys) : undefined;
      return [[name, typeof meant === "number" ? meant : given.value]];
    }),
  );
}
