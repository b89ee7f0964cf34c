import type { Parse } from "../body/markdown.js";
import { type CutStretch, type OpenBody, openBody } from "../body/open-body.js";
import { guessLanguage, namesIn, openRoles, type RoleOf, type SectionNames } from "../body/roles.js";
import type { FrontMatter } from "../front-matter/index.js";
import { readLanguage } from "../language-tag.js";
import { text } from "../metadata/kinds.js";
import { noteIn } from "../metadata/note.js";
import type { Asked } from "../metadata/read-metadata.js";
import type { Observation } from "../pattern.js";
import { openAsk } from "./ask.js";
import { type CutSection, cutSections, droppedSections, droppedText, toCut } from "./cut.js";
import { findInlineFields, withInlineFields } from "./inline-fields.js";
import { mapLinks } from "./map-links.js";
import type { ReadingRule } from "./rule.js";
import { openSources } from "./sources.js";
import { withKnownSpellings } from "./spelling.js";
import { claimsInText } from "./text-claims.js";

interface AskedFile extends Asked {
  roleOf: RoleOf;
  /** The body without what was read of it, and without what the rule drops: to be called when all is read. */
  close(): OpenBody;
}

/** Opens a file to be asked for its fields by a rule. */
export function askFile(
  rule: ReadingRule,
  written: FrontMatter,
  { path, observations, parse }: { path: string; observations: Observation[]; parse: Parse | undefined },
): AskedFile {
  const open = (cuts: readonly CutStretch[]): OpenBody => {
    const opened = openBody(written.body, cuts, parse);
    mapLinks(opened.tree, rule.links);
    return opened;
  };
  const whole = open([]);
  const inline = findInlineFields(whole, rule);
  const front = withInlineFields(withKnownSpellings(written, rule), inline);
  const cuts = [...droppedText(whole, rule.drop), ...inline];
  const body = cuts.length > 0 ? open(cuts) : whole;
  const names = namesOf(rule, front, body, path);
  const sources = openSources(front, body, path, names);
  const note = noteIn(observations, front);
  const ask = openAsk(rule, sources, note);
  const roleOf = openRoles(rule.roles, names);
  return {
    rule,
    front,
    ask,
    note,
    claims: claimsInText(rule, sources.sections, { tree: body.tree, roleOf }),
    roleOf,
    close() {
      const elements = ask.taken.flatMap(({ element }) => (element ? [{ ...element, kind: "field" as const }] : []));
      const rest = elements.length > 0 ? open([...cuts, ...elements]) : body;
      const read = ask.taken.flatMap(({ section, heading }): CutSection[] => [
        ...(section ? [toCut(section, "field")] : []),
        ...(heading ? [toCut(heading, "repeated-title", true)] : []),
      ]);
      cutSections(rest, [...read, ...droppedSections(rest, rule.drop)]);
      return rest;
    },
  };
}

const ENGLISH = "en";

/** What sections are called in the language that a file states, else in the one that its sections seem to be in. */
function namesOf(rule: ReadingRule, front: FrontMatter, body: OpenBody, path: string): SectionNames {
  // The language is read again with all other fields, and faults in it are reported then.
  const sources = openSources(front, body, path, namesIn(ENGLISH));
  const stated = openAsk(rule, sources, () => {}).one("language", text)?.value;
  const language = stated === undefined ? undefined : readLanguage(stated);
  const titles = sources.sections.map(({ title }) => title);
  return namesIn(language ?? guessLanguage(titles, rule.unstated ?? ENGLISH));
}
