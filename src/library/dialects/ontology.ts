import { z } from "zod";
import { assessment, readAssessment } from "./commons-assessment.js";
import type { Dialect } from "./dialect.js";
import { documentFields } from "./document.js";
import { number, text, texts, unknownFields } from "./fields.js";

const group = z.looseObject({
  domain: text.nullish(),
  cross_domains: texts.optional(),
  commons_domain: texts.optional(),
  commons_assessment: assessment.nullish(),
  overall_score: number.nullish(),
});

const schema = z.looseObject({ ...documentFields, ontology: group });

/** The third generation (v7.1): an `ontology` map, no level of universality, scores in the front matter. */
export const ontology: Dialect<z.infer<typeof schema>> = {
  name: "ontology",
  group: "ontology",
  schema,
  classify({ ontology }) {
    const { scores, overall, remarks } = readAssessment(ontology.commons_assessment);
    const alignment = overall ?? ontology.overall_score;
    return {
      ...(ontology.domain == null ? {} : { domain: ontology.domain }),
      ...(alignment == null ? {} : { alignment }),
      crossDomains: ontology.cross_domains ?? [],
      commonsDomains: ontology.commons_domain ?? [],
      scores,
      extra: unknownFields(ontology, Object.keys(group.shape)),
      remarks: Object.keys(remarks).length > 0 ? { commons_assessment: remarks } : {},
    };
  },
};
