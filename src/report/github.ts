import { showControls } from "../library/controls.js";
import type { Finding, Severity } from "../library/rules/rule.js";
import { showFinding } from "./printable.js";
import { pathInRepository } from "./repository.js";
import { sentence } from "./text.js";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Findings as annotations of GitHub Actions, one a line, the gravest first: a step shows ten of each sort.
 * docs.github.com/actions/reference/workflow-commands-for-github-actions
 * @param folder path to the library's folder from the repository's
 */
export function formatAnnotations(findings: readonly Finding[], folder: string): string {
  return findings
    .map((finding) => showFinding(finding, showControls))
    .toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
    .map((finding) => formatAnnotation(finding, folder))
    .join("\n");
}

function formatAnnotation(finding: Finding, folder: string): string {
  const { rule, severity, mend, other } = finding;
  const { file, line, column } = locate(finding, folder);
  const properties = {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined || column === undefined ? {} : { line: String(line), col: String(column) }),
    title: rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  const see = other ? ` (see ${folder}/${other.file}${other.place ? `:${other.place.line}` : ""})` : "";
  return `::${COMMANDS[severity]} ${list.join(",")}::${escapeData(`${sentence(finding)}${see}\nTo fix it: ${mend}`)}`;
}

/** Where a finding stands in the repository; one on the configuration names its place in its words. */
function locate({ file, place, found }: Finding, folder: string): { file?: string; line?: number; column?: number } {
  if (file !== undefined) return { file: `${folder}/${file}`, ...place };
  const [, config, line, column] = /^(\S+\.ya?ml):(\d+):(\d+): /.exec(found) ?? [];
  if (config === undefined) return {};
  return { file: pathInRepository(config), line: Number(line), column: Number(column) };
}

/** A command ends with its line; `%` begins an escape. */
export function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Colons and commas part the properties. */
export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
