import type { PatternRecord } from "../../src/formats/dataset/record.js";

type Fields = Record<string, unknown>;

// Relations that our own library always writes, be the list empty or not.
const ALWAYS = ["generalizes_from", "specializes_to", "enables", "requires", "related"];
const KINDS = [...ALWAYS, "alternatives", "complementary", "tools"];

/** The front matter of a file of the `tags` generation, written again from its record alone. */
export function toFrontMatter(record: PatternRecord): Fields {
  return {
    id: record.id,
    ...optional({ page_url: record.page_url, github_url: record.source_url, repository: record.repository }),
    slug: record.slug,
    title: record.title,
    aliases: record.aliases,
    ...optional({ summary: record.summary, version: record.version }),
    ...optional({ created: record.created, modified: record.modified }),
    tags: {
      universality: record.universality,
      domain: record.domain,
      category: record.categories,
      era: record.eras,
      origin: record.origins,
      ...optional({ status: record.status, commons_alignment: record.alignment }),
    },
    commons_domain: record.commons_domains[0],
    ...Object.fromEntries(KINDS.map((kind) => [kind, listClaims(record, kind)]).filter(([, claims]) => claims)),
    contributors: record.contributors.map(({ name, role }) => (role === null ? name : { name, role })),
    sources: record.sources,
    ...optional({ license: record.license, attribution: record.attribution }),
    ...JSON.parse(record.extra),
  };
}

function listClaims({ claims }: PatternRecord, kind: string): unknown[] | undefined {
  const own = claims.filter((claim) => claim.kind === kind);
  if (own.length === 0 && !ALWAYS.includes(kind)) return undefined;
  return own.map(({ target, weight, description }) => {
    if (weight === null && description === null) return target;
    return { [target.includes("_") ? "id" : "slug"]: target, ...optional({ weight, description }) };
  });
}

function optional(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
