import { type Config, placeInConfig } from "../config/read-config.js";
import type { Library } from "../library/library.js";
import { type PlaceSpec, parsePlace, placesIn } from "../library/reading/place.js";
import type { Finding } from "../library/rules/rule.js";

/**
 * What a configuration says of reading that its library does not have: rules that fit no file, and places where a field
 * was looked for in vain.
 * @param file the configuration's
 */
export async function inspectReading(
  { uses, byId, failed }: Library,
  { read }: Config,
  file: string,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (read === undefined) return findings;
  if (byId.size === 0 && failed.length === 0) {
    const at = await placeInConfig(file, ["read"]);
    findings.push(
      finding(`${at}: read: no file is read as a pattern of this book`, "a rule whose glob fits the patterns"),
    );
  }
  for (const [index, { files, as, fields }] of read.entries()) {
    const use = uses.find((one) => one.index === index);
    // What is skipped is read by nobody.
    if (as === "skip") continue;
    if (!use) {
      const at = await placeInConfig(file, ["read", index, "files"]);
      findings.push(finding(`${at}: read: ${files.join(", ")} fits no file`, "a file that no rule above it fits"));
      continue;
    }
    for (const [field, spec] of Object.entries(fields)) {
      for (const { place, tried } of silentPlaces(spec, use.given[field] ?? {}, use.files)) {
        const at = await placeInConfig(file, ["read", index, "fields", field]);
        const count = tried === 1 ? "the one file" : `the ${tried} files`;
        findings.push(
          finding(
            `${at}: read: “${place}” gives ${field} in none of ${count} where it is looked for`,
            "a place that files have",
          ),
        );
      }
    }
  }
  return findings;
}

/** Places that gave nothing in all files that had it nowhere before. */
function silentPlaces(
  spec: PlaceSpec,
  given: Readonly<Record<string, number>>,
  files: number,
): { place: string; tried: number }[] {
  let tried = files;
  return placesIn(spec).flatMap((place) => {
    const looked = tried;
    const answers = given[place] ?? 0;
    tried -= answers;
    const always = ["constant", "file"].includes(parsePlace(place)?.kind ?? "");
    return answers === 0 && looked > 0 && !always ? [{ place, tried: looked }] : [];
  });
}

function finding(found: string, expected: string): Finding {
  return {
    rule: "reading-fits-library",
    severity: "warning",
    found,
    expected,
    mend: "write the glob or the place as the files have it, or take it out of read",
  };
}
