import type { Artifact, Context, Format } from "../formats/format.js";
import type { Standing } from "../formats/locations.js";
import type { Library } from "../library/library.js";
import { sha256 } from "../library/sha256.js";
import { isOfMachine } from "../machine/system-error.js";
import { TemplateError } from "../page/template-files.js";
import { artifact, describeMisfit } from "./contract.js";
import type { ExtensionModule } from "./extension.js";
import { FormatFault } from "./format-fault.js";

/**
 * The format of an extension: what it makes is looked at, and handed on when all of it is made. What it keeps in the cache
 * is kept by the extension too.
 * @throws FormatFault from `render`; what is the machine's fault, or that of a template, as it is
 */
export function guardFormat(format: Format, { name: extension, sha256: hash }: ExtensionModule): Format {
  return {
    ...format,
    extension,
    begin: async (opening) => format.begin?.(opening),
    async *render(library, context) {
      const own = { ...context, fingerprint: sha256(`${context.fingerprint} ${hash}`) };
      try {
        yield* await gather(format, library, own);
      } catch (error) {
        if (error instanceof TemplateError || isOfMachine(error)) throw error;
        throw new FormatFault(format.name, extension, error);
      }
    },
  };
}

async function gather(format: Format, library: Library, context: Context): Promise<(Artifact | Standing)[]> {
  const made: (Artifact | Standing)[] = [];
  const paths = new Set<string>();
  for await (const one of format.render(library, context)) {
    if (typeof one === "object" && one !== null && "stands" in one) refuseStanding(one, format);
    else {
      const { success, error } = artifact.safeParse(one);
      if (!success) throw new Error(`a file: ${describeMisfit(error, one)}`);
      if (paths.has(one.path)) throw new Error(`a file: path: found “${one.path}” twice; expected each path once`);
      paths.add(one.path);
    }
    made.push(one);
  }
  return made;
}

function refuseStanding({ stands }: Standing, { gives = [] }: Format): void {
  const given: readonly string[] = gives;
  const stranger = Object.keys(stands).find((place) => !given.includes(place));
  if (stranger !== undefined) throw new Error(`stands: found ${stranger}; expected what \`gives\` lists`);
}
