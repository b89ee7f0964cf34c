import { join } from "node:path";
import type { Library } from "../library/library.js";
import { resolveLink } from "../library/links/resolve.js";
import { at, point } from "../library/rules/place.js";
import type { Finding } from "../library/rules/rule.js";
import { isWebAddress } from "../library/web-address.js";
import { generator, programRepository } from "../machine/version.js";
import type { Answer } from "../web/ask.js";
import { askAll } from "../web/ask-all.js";
import { openKeptAnswers } from "../web/kept-answers.js";

/** An address on the web, at one place of the library. */
interface Named {
  address: string;
  where: { file: string; place?: { line: number; column: number } };
}

// Milliseconds between two questions to one host: a reader would not click faster.
const PAUSE = 1000;

/**
 * Asks the web for every address that the library links to. Apart from `browser install`, nothing else uses the
 * network.
 * @param cacheFolder keeps for a week what was there
 */
export async function checkLinks(
  library: Library,
  { cacheFolder, progress }: { cacheFolder?: string | undefined; progress(message: string): void },
): Promise<Finding[]> {
  const named = [...listNamed(library)];
  const kept = openKeptAnswers(cacheFolder === undefined ? undefined : join(cacheFolder, "links.json"));
  const addresses = [...new Set(named.map(({ address }) => address))];
  const fresh = addresses.filter((address) => kept.find(address) === undefined);
  progress(`asking for ${fresh.length} addresses on the web; ${addresses.length - fresh.length} were there this week`);
  const answers = await askAll(fresh, {
    agent: `${generator().replace(" ", "/")} (+https://github.com/${programRepository()})`,
    pause: PAUSE,
    progress: (asked, all) =>
      asked % 25 === 0 || asked === all ? progress(`asked for ${asked} of ${all} addresses`) : undefined,
    heard: kept.keep,
  });
  kept.save();
  return named.flatMap(({ address, where }) => {
    const answer = answers.get(address) ?? kept.find(address);
    const finding = answer && describe(address, answer);
    return finding ? [{ ...finding, ...where }] : [];
  });
}

function* listNamed(library: Library): Generator<Named> {
  for (const pattern of library.patterns) {
    for (const { href, place } of pattern.body.links) {
      const target = resolveLink(href, pattern, library);
      if (target.kind === "address") yield* onWeb(target.href, point(pattern, place));
    }
    for (const field of ["pageUrl", "sourceUrl", "repository"] as const) {
      const key = { pageUrl: "page_url", sourceUrl: "github_url", repository: "repository" }[field];
      if (pattern[field] !== undefined) yield* onWeb(pattern[field], at(pattern, key));
    }
  }
}

/** The address without its fragment, which no server sees. */
function* onWeb(href: string, where: Named["where"]): Generator<Named> {
  if (!isWebAddress(href)) return;
  const url = new URL(href);
  url.hash = "";
  yield { address: url.href, where };
}

const RULE = { rule: "addresses-answer" } as const;

function describe(address: string, answer: Answer): Omit<Finding, "file" | "place"> | undefined {
  if (answer.kind === "gone") {
    return {
      ...RULE,
      severity: "warning",
      found: `${address}, which ${answer.reason}`,
      expected: "an address that a reader can open",
      mend: "correct the address, name where the page stands now (web.archive.org may have it), or remove the link",
    };
  }
  if (answer.kind === "untold") {
    return {
      ...RULE,
      severity: "info",
      found: `${address}, which ${answer.reason}`,
      expected: "an answer",
      mend: "open it in a browser: the server may only refuse programs",
    };
  }
  if (answer.moved === undefined) return undefined;
  return {
    ...RULE,
    severity: "info",
    found: `${address}, which has moved for good`,
    expected: answer.moved,
    mend: "write the new address: the old one may cease to lead there",
  };
}
