import { stringify } from "yaml";
import type { Basis } from "../basis.js";
import { spdxName } from "./spdx.js";

/** Its tables, by the name under which `load_dataset` loads each. */
const CONFIGS = ["patterns", "relations", "sections"];

// The classes of size that the Hub knows, by the number of rows below which each is.
const SIZES: readonly [number, string][] = [
  [1e3, "n<1K"],
  [1e4, "1K<n<10K"],
  [1e5, "10K<n<100K"],
];

/**
 * The head of a dataset card, YAML: what Hugging Face asks of a README (Hub documentation, Dataset cards). Without `configs`
 * every JSON file of the folder would be taken for rows.
 */
export function writeCard({ config: { book }, library: { patterns } }: Basis): string {
  const { license } = book;
  const spdx = license && spdxName(license.url);
  const languages = [book.language, ...patterns.flatMap(({ language }) => language ?? [])];
  return stringify(
    {
      pretty_name: book.title,
      language: [...new Set(languages.map((tag) => tag.split(/[-_]/)[0]?.toLowerCase() ?? ""))],
      ...describeLicence(license, spdx),
      size_categories: [SIZES.find(([below]) => patterns.length < below)?.[1] ?? "100K<n<1M"],
      tags: [...new Set(["pattern-language", ...book.subjects])],
      configs: CONFIGS.map((name, at) => ({
        config_name: name,
        data_files: `${name}.parquet`,
        ...(at === 0 ? { default: true } : {}),
      })),
      ...(book.address ? { homepage: book.address } : {}),
    },
    { lineWidth: 0 },
  ).trimEnd();
}

function describeLicence(license: Basis["config"]["book"]["license"], spdx: string | undefined): object {
  if (!license) return { license: "unknown" };
  if (spdx) return { license: spdx.toLowerCase() };
  return { license: "other", license_name: license.name, license_link: license.url };
}
