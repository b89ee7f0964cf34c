import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { inspectOrder } from "../../src/commands/order.js";
import { ConfigError, readConfig } from "../../src/config/read-config.js";
import type { Library } from "../../src/library/library.js";
import { temporaryFolder } from "../support/editions.js";
import { readFolder } from "../support/library.js";

const folder = temporaryFolder();
const file = join(folder, "book.yaml");
let library: Library;

beforeAll(async () => {
  await mkdir(join(folder, "source"));
  for (const [slug, mood] of Object.entries({ well: "calm", pump: "calm", song: "merry" })) {
    await writeFile(
      join(folder, "source", `${slug}.md`),
      `---\nslug: ${slug}\ntitle: ${slug}\nmood: ${mood}\n---\n\nText.\n`,
    );
  }
  library = await readFolder(join(folder, "source"), { store: join(folder, "store"), order: { by: ["mood"] } });
});

async function inspect(order: string): Promise<string[]> {
  await writeFile(file, `source: source\norder:\n${order}`);
  const findings = await inspectOrder(library, await readConfig(file), file);
  return findings.map(({ found, expected }) => `${found.replace(file, "book.yaml")}; expected ${expected}`);
}

describe("an order that its library does not have", () => {
  it("is refused where a field is misspelt, with the place and the nearest name", async () => {
    const refused = inspect("  by: [moood]\n  within: mod\n");
    await expect(refused).rejects.toThrow(ConfigError);
    await expect(refused).rejects.toThrow(
      /book\.yaml:3:8: order\.by\.0: no pattern has a field “moood”; expected “mood”/,
    );
    await expect(refused).rejects.toThrow(
      /book\.yaml:4:11: order\.within: no pattern has a field “mod”; expected “mood”/,
    );
  });

  it("is warned of where a group or a pattern is none", async () => {
    expect(
      await inspect("  by: [mood]\n  names: { merry: Songs, clam: Quiet }\n  within: [song, punp, well]\n"),
    ).toEqual([
      "book.yaml:4:32: order.names: no pattern stands in a group “clam”; expected “calm”, if that is meant",
      "book.yaml:5:18: order.within: no pattern has the slug or id “punp”; expected “pump”, if that is meant",
    ]);
    expect(await inspect("  by: [mood]\n  names: { Merry: Songs, calm: { name: Quiet, sentence: Hush. } }\n")).toEqual(
      [],
    );
  });

  it("is sorted by a list of fields, and names what of a list is no field, no pattern, or both", async () => {
    expect(await inspect("  within: [mood, title]\n")).toEqual([]);
    await expect(inspect("  within: [moood, title]\n")).rejects.toThrow(
      /book\.yaml:3:12: order\.within\.0: no pattern has a field “moood”; expected “mood”/,
    );
    expect(await inspect("  within: [well, mood]\n")).toEqual([
      "book.yaml:3:18: order.within: no pattern has the slug or id “mood”; it is a field, beside patterns; expected fields alone, or slugs and ids alone",
    ]);
  });

  it("is warned of where a list may be of fields or of patterns", async () => {
    const store = join(folder, "store");
    const write = (name: string) =>
      writeFile(join(folder, "twofold", `${name}.md`), `---\nslug: ${name}\ntrust: 1\n---\n\nText.\n`);
    await mkdir(join(folder, "twofold"));
    await Promise.all(["trust", "title"].map(write));
    const doubtful = async (within: string[]) => {
      await writeFile(file, `source: twofold\norder:\n  within: [${within.join(", ")}]\n`);
      const twofold = await readFolder(join(folder, "twofold"), { store, order: { within } });
      return (await inspectOrder(twofold, await readConfig(file), file)).map(({ found }) =>
        found.replace(file, "book.yaml"),
      );
    };
    expect(await doubtful(["trust", "title"])).toEqual([
      "book.yaml:3:12: order.within: “trust” is a field, and a pattern too; the list is read as fields",
      "book.yaml:3:19: order.within: “title” is a field, and a pattern too; the list is read as fields",
    ]);
    expect(await doubtful(["trust", "file"])).toEqual([]);
    expect(await doubtful(["slug:trust", "title"])).toEqual([]);
  });

  it.each([
    ["  by: [mood, title, file]\n", /book\.yaml:3:7: order\.by: expected two fields at most/],
    ["  by: mood\n", /book\.yaml:3:7: order\.by: /],
    ["  names: { calm: { nmae: Quiet } }\n", /book\.yaml:3:\d+: order\.names\.calm/],
    ["  names: { calm: 3 }\n", /book\.yaml:3:18: order\.names\.calm: expected a name, or \{ name/],
    [
      "  within: 7\n",
      /book\.yaml:3:11: order\.within: expected title, file or another field, a list of fields, or a list/,
    ],
    ["  bye: [mood]\n", /book\.yaml:3:3: .*known here: by, names, within, domains, universality/],
  ])("is refused where it cannot be read: %s", async (order, message) => {
    await expect(inspect(order)).rejects.toThrow(message);
  });
});
