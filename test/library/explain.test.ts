import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explain, findPattern } from "../../src/library/explain.js";
import { PLAIN } from "../../src/report/colour.js";
import { formatExplanation } from "../../src/report/explanation.js";
import { temporaryFolder } from "../support/editions.js";
import { readFolder } from "../support/library.js";

const folder = temporaryFolder();

describe("why a pattern has its number", async () => {
  await mkdir(join(folder, "source"));
  await pattern("well", "universal", "water", "enables: [pump, nothing]");
  await pattern("pump", "domain", "water", "");
  await pattern("rota", "meta", "water", "requires: [pump]\nold_slugs: [turns]");
  await writeFile(
    join(folder, "source/walk.md"),
    "---\nslug: walk\nid: pat_walk\ntitle: Walk\nontology:\n  domain: calm\n---\n",
  );
  const library = await readFolder(join(folder, "source"), { store: join(folder, "store") });
  const tell = (name: string): string => {
    const found = findPattern(library, name);
    const explanation = found && explain(library, found);
    return explanation
      ? formatExplanation(explanation, {
          folder: "source",
          universality: "domain",
          within: "by title, then by id",
          colours: PLAIN,
        })
      : "nothing";
  };

  it.each(["3", "pat_pump", "pump", "PUMP", " Pump "])("finds it as %s", (name) => {
    expect(tell(name)).toMatch(/^3 {2}Pump\nsource\/pump\.md {2}pat_pump/);
  });

  it("finds it under a former slug, and says so when there is none", () => {
    expect(tell("turns")).toContain("Rota");
    expect(tell("5")).toBe("nothing");
    expect(tell("nothing")).toBe("nothing");
  });

  it("names the fields that place it, its neighbours and its relations", () => {
    expect(tell("pump")).toBe(`3  Pump
source/pump.md  pat_pump

Why it is number 3
  part       2 Domain  tags.universality at source/pump.md:6:3
  chapter    Water     tags.domain at source/pump.md:7:3
  place      1 of 1    by title, then by id
  before it  2 Walk    Domain, Calm
  after it   4 Rota    Unclassified, Water

Relations
  enabled_by   1 Well  derived from well.md
  required_by  4 Rota  derived from rota.md`);
  });

  it("tells a level that is none, one that was not stated, and a relation to nothing", () => {
    expect(tell("rota")).toContain("tags.universality at source/rota.md:6:3 says “meta”, which is none of those known");
    expect(tell("walk")).toContain("none stated: domain by configuration (order.universality)");
    expect(tell("well")).toContain("enables  nothing  no pattern of the library (line 8)");
  });
});

async function pattern(slug: string, universality: string, domain: string, rest: string): Promise<void> {
  const title = slug.charAt(0).toUpperCase() + slug.slice(1);
  const tags = `tags:\n  universality: ${universality}\n  domain: ${domain}`;
  await writeFile(
    join(folder, `source/${slug}.md`),
    `---\nid: pat_${slug}\nslug: ${slug}\ntitle: ${title}\n${tags}\n${rest}\n---\n\nText.\n`,
  );
}
