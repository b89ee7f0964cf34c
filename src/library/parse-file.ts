import { readFile } from "node:fs/promises";
import type { Assessment } from "./body/assessment.js";
import { parseBody } from "./body/parse.js";
import { describePluginFault, NO_PLUGINS, openPlugins, type Plugins } from "./body/plugins.js";
import { ownSlug } from "./derive-slugs.js";
import { type Failure, SourceError } from "./failure.js";
import { parseFrontMatter } from "./front-matter/index.js";
import { readMetadata } from "./metadata/read-metadata.js";
import type { Body, Metadata, Observation, Pattern } from "./pattern.js";
import { askFile } from "./reading/ask-file.js";
import { openDialects } from "./reading/dialects.js";
import { EMPTY_RULE, overlay, type ReadingRule } from "./reading/rule.js";
import { fileName } from "./reading/sources.js";
import { sha256 } from "./sha256.js";
import { decode } from "./source-text.js";
import { type Store, save } from "./store.js";

export interface ParseTask {
  /** The file to read. */
  file: string;
  /** The same, relative to the library's folder. */
  path: string;
  /** The slug that it has unless it states one; made of its path where none is given. */
  slug?: string;
  /** What the configuration says of it, over what its dialect says. */
  rule?: ReadingRule;
  key: string;
  /** Where it is kept; none where nothing but what is returned is wanted. */
  store?: Store | undefined;
}

export type ParseResult = { pattern: Pattern } | { failure: Failure } | { isDraft: true };

/** Reads one file into the store and returns what is needed without its body. Runs in a worker thread. */
export async function parseFile({ file, store, ...task }: ParseTask, plugins = NO_PLUGINS): Promise<ParseResult> {
  try {
    const { pattern, body } = parseWith(plugins, await readFile(file), task);
    if (pattern.extra.draft === true) return { isDraft: true };
    if (store) await save(store, pattern, body);
    return { pattern };
  } catch (error) {
    if (error instanceof SourceError) return { failure: error.failure };
    throw error;
  }
}

const dialectOf = openDialects();

type Parsed = { pattern: Pattern; body: Body };
type SourceTask = Omit<ParseTask, "file" | "store">;

/**
 * The same as `parseSource`. If it fails with plugins and not without them, the fault is reported as theirs, even if no
 * plugin threw an error.
 */
function parseWith(plugins: Plugins, bytes: Uint8Array, task: SourceTask): Parsed {
  const all = [...plugins.remark, ...plugins.rehype];
  try {
    return parseSource(bytes, task, plugins);
  } catch (error) {
    if (all.length === 0 || error instanceof SourceError) throw error;
    parseSource(bytes, task);
    throw new SourceError(
      describePluginFault(`what is left by the plugin ${all.map(({ name }) => name).join(", ")}`, error),
    );
  }
}

/** Bytes of a source file → the pattern and its body. Throws SourceError when they cannot become one. */
export function parseSource(
  bytes: Uint8Array,
  { path, key, slug = ownSlug(path), rule: own = EMPTY_RULE }: SourceTask,
  extending = NO_PLUGINS,
): Parsed {
  const source = decode(bytes);
  const plugins = openPlugins(extending, path, source.text);
  const front = parseFrontMatter(source.text);
  const { name: dialect, rule: lower } = dialectOf(front);
  const rule = overlay(lower, own);
  const observations: Observation[] = [];
  const asked = askFile(rule, front, { path, observations, parse: plugins?.parse });
  const metadata = readMetadata(asked, { slug, name: fileName(path) });
  const parsed = parseBody(front.body, metadata.slug, metadata.title, {
    opened: asked.close(),
    roles: asked.roleOf,
    plugins,
  });
  const { tree, sections, words, characters, set, formulas, links, anchors, images, diagrams, omissions } = parsed;
  const heads = sections.map(({ role, title, id }) => ({ role, title, id }));
  const pattern: Pattern = {
    ...assess(metadata, parsed.assessment),
    dialect,
    source: { path, sha256: sha256(bytes), bytes: bytes.length },
    body: {
      key,
      words,
      characters,
      charactersByFace: set,
      formulas,
      sections: heads,
      links,
      anchors,
      images,
      diagrams,
      omissions,
    },
    observations: [
      ...source.observations,
      // A rule that says where the title stands expects no front matter.
      ...front.observations.filter(({ rule }) => rule !== "front-matter-is-present" || !("title" in own.fields)),
      ...(front.isAbsent ? observations.filter(({ rule }) => !IMPLIED.has(rule)) : observations),
      ...parsed.observations,
    ],
    ...(front.isAbsent ? { hasNoFields: true } : {}),
    givenBy: asked.ask.origins,
    places: Object.fromEntries(asked.front.places),
  };
  return { pattern, body: { tree, sections } };
}

// What a file without front matter lacks: it is said once.
const IMPLIED = new Set(["slug-is-present", "id-is-present", "title-is-present"]);

/** What the front matter says counts more than what the body says. */
function assess(metadata: Metadata, { scores, alignment }: Assessment): Metadata {
  return {
    ...metadata,
    ...(metadata.alignment === undefined && alignment !== undefined ? { alignment } : {}),
    scores: metadata.scores.length > 0 ? metadata.scores : scores,
  };
}
