import { z } from "zod";
import type { Score } from "../pattern.js";
import type { Dialect } from "./dialect.js";
import { documentFields } from "./document.js";
import { number, text, texts, unknownFields } from "./fields.js";

const rating = z.looseObject({ dimension: text, score: number });
const group = z.looseObject({
  domain: text.nullish(),
  cross_domains: texts.optional(),
  commons_domain: texts.optional(),
  commons_assessment: z.union([z.array(rating), z.record(z.string(), z.unknown())]).nullish(),
  overall_score: number.nullish(),
});
type Group = z.infer<typeof group>;

const schema = z.looseObject({ ...documentFields, ontology: group });

/** The third generation (v7.1): an `ontology` map, no level of universality, scores in the front matter. */
export const ontology: Dialect<z.infer<typeof schema>> = {
  name: "ontology",
  group: "ontology",
  schema,
  classify({ ontology }) {
    const scores = readScores(ontology);
    const alignment = scores.find(({ dimension }) => dimension === "overall_score")?.value ?? ontology.overall_score;
    return {
      ...(ontology.domain == null ? {} : { domain: ontology.domain }),
      ...(alignment == null ? {} : { alignment }),
      crossDomains: ontology.cross_domains ?? [],
      commonsDomains: ontology.commons_domain ?? [],
      scores: scores.filter(({ dimension }) => dimension !== "overall_score"),
      extra: unknownFields(ontology, Object.keys(group.shape)),
      remarks: assessmentWords(ontology),
    };
  },
};

function readScores({ commons_assessment: assessment }: Group): Score[] {
  if (!assessment) return [];
  if (Array.isArray(assessment)) return assessment.map(({ dimension, score }) => ({ dimension, value: score }));
  return Object.entries(assessment).flatMap(([dimension, value]) =>
    typeof value === "number" ? [{ dimension, value }] : [],
  );
}

/** What an assessment says besides numbers. */
function assessmentWords({ commons_assessment: assessment }: Group): ReturnType<typeof unknownFields> {
  if (!assessment) return {};
  if (Array.isArray(assessment)) return { commons_assessment: unknownFields({ ...assessment }, []) };
  const numbers = Object.keys(assessment).filter((key) => typeof assessment[key] === "number");
  const words = unknownFields(assessment, numbers);
  return Object.keys(words).length > 0 ? { commons_assessment: words } : {};
}
