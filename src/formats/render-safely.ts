import { select } from "../library/assemble.js";
import type { Library } from "../library/library.js";
import type { NumberedPattern } from "../library/pattern.js";
import { describeFault, type EditionName, isEditionName } from "./describe-fault.js";
import type { Artifact, Context, Format } from "./format.js";
import type { Standing } from "./locations.js";
import { isForeseen, PatternFault } from "./pattern-fault.js";

/**
 * Renders an edition. Where it fails and no pattern is named, the patterns are tried by halves until those are found that
 * it fails with.
 * @throws PatternFault; an error that comes with none of them in particular, as it is
 */
export async function* renderSafely(
  format: Format,
  library: Library,
  context: Context,
): AsyncGenerator<Artifact | Standing> {
  try {
    yield* format.render(library, context);
  } catch (error) {
    if (isForeseen(error) || !isEditionName(format.name)) throw error;
    context.progress(`${format.name} cannot be made of all patterns: looking for those that it fails with`);
    const attempt = (patterns: readonly NumberedPattern[]): Promise<unknown> =>
      tryToRender(format, pick(library, patterns), context);
    const failed = await trace(library.patterns, attempt, format.name);
    throw failed.length > 0 ? new PatternFault(failed) : error;
  }
}

type Attempt = (patterns: readonly NumberedPattern[]) => Promise<unknown>;

/** Makes the edition of some patterns only to see whether that fails; what is made is thrown away. */
async function tryToRender(format: Format, library: Library, context: Context): Promise<unknown> {
  try {
    const trial = { ...context, report: () => {}, progress: () => {} };
    for await (const _ of format.render(library, trial));
    return undefined;
  } catch (error) {
    if (isForeseen(error) && !(error instanceof PatternFault)) throw error;
    return error ?? new Error("nothing was thrown");
  }
}

function pick(library: Library, patterns: readonly NumberedPattern[]): Library {
  const chosen = new Set(patterns.map(({ id }) => id));
  return select(library, ({ id }) => chosen.has(id));
}

/** The patterns that fail alone. If all of the first ones fail, the cause is not the patterns, and none is returned. */
async function trace(patterns: readonly NumberedPattern[], attempt: Attempt, edition: EditionName): Promise<Failed[]> {
  const samples = [patterns[0], patterns[Math.floor(patterns.length / 2)], patterns.at(-1)];
  const outcomes: unknown[] = [];
  for (const one of new Set(samples)) if (one) outcomes.push(await attempt([one]));
  if (patterns.length > 1 && !outcomes.includes(undefined)) return [];
  return divide(patterns, attempt, edition);
}

type Failed = PatternFault["failed"][number];

async function divide(patterns: readonly NumberedPattern[], attempt: Attempt, edition: EditionName): Promise<Failed[]> {
  const [first] = patterns;
  const error = first && (await attempt(patterns));
  if (!first || error === undefined) return [];
  if (error instanceof PatternFault) return [...error.failed];
  if (patterns.length === 1) {
    const { path } = first.source;
    return [{ path, failure: describeFault(error, edition, path) }];
  }
  const middle = Math.ceil(patterns.length / 2);
  return [
    ...(await divide(patterns.slice(0, middle), attempt, edition)),
    ...(await divide(patterns.slice(middle), attempt, edition)),
  ];
}
