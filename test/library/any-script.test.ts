import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Library } from "../../src/library/library.js";
import { toKey, toSlug } from "../../src/library/slug.js";
import { temporaryFolder } from "../support/editions.js";
import { readFolder } from "../support/library.js";

const folder = temporaryFolder();

const FILES: Record<string, string> = {
  "轮流用水.md": `---
title: 轮流用水
tags: { universality: universal, domain: 治理 }
---

# 1. 概述

每个星期四集合。

# 2. Commons alignment assessment

**1. 公开 (4/5):** 账目公开。

**2. 公平 (3/5):** 轮流。
`,
  "守渠人.md": "---\ntitle: 守渠人\ntags: { universality: universal, domain: 知识 }\n---\n\n# 守渠人\n\n祖母说。\n",
  "agora.md":
    "---\ntitle: Ágora\ntags: { universality: universal, domain: Gestión del Agua }\n---\n\n# 1. Agora\n\nUna plaza.\n",
  "etica.md": "---\ntitle: Etica\ntags: { universality: universal, domain: Ética }\n---\n\nVale.\n",
};

describe("a library in letters other than a to z", () => {
  let library: Library;

  beforeAll(async () => {
    const source = join(folder, "library");
    await mkdir(source);
    for (const [name, content] of Object.entries(FILES)) await writeFile(join(source, name), content);
    library = await readFolder(source, { store: join(folder, "store") });
  });

  const pattern = (title: string) => {
    const found = library.patterns.find((each) => each.title === title);
    if (!found) throw new Error(`no pattern ${title}`);
    return found;
  };

  it("leaves no file out because two names come to the same slug", () => {
    expect(library.duplicates).toEqual([]);
    expect(library.patterns).toHaveLength(4);
    for (const { slug } of library.patterns) expect(slug).toMatch(/^[a-z0-9-]+$/);
  });

  it("keeps a heading that is another than the title, and takes out one that repeats it", async () => {
    expect(pattern("轮流用水").body.sections.map(({ title }) => title)).toContain("概述");
    expect(pattern("守渠人").body.omissions.map(({ kind }) => kind)).toEqual(["repeated-title"]);
    expect(pattern("Ágora").body.omissions.map(({ kind }) => kind)).toContain("repeated-title");
  });

  it("reads every score of an assessment", () => {
    expect(pattern("轮流用水").scores.map(({ dimension, value }) => [dimension, value])).toEqual([
      ["公开", 4],
      ["公平", 3],
    ]);
  });

  it("keeps the letters of its domains, and puts their parts in the order of the language", () => {
    const domains = library.parts.map(({ name }) => name);
    expect(domains.slice(0, 2)).toEqual(["Ética", "Gestión del Agua"]);
    expect(domains.slice(2).toSorted()).toEqual(["治理", "知识"].toSorted());
  });
});

describe("slugs and keys", () => {
  it("are of their own for words that have no Latin letter", () => {
    expect(toSlug("Ágora de barrio")).toBe("agora-de-barrio");
    expect(toSlug("轮流用水")).toMatch(/^pattern-[0-9a-f]{8}$/);
    expect(toSlug("轮流用水")).not.toBe(toSlug("守渠人"));
    expect(toKey("Gestión  del agua")).toBe("gestión-del-agua");
    expect(toKey("पानी की बारी")).toBe("पानी-की-बारी");
    expect(toKey("★")).toBe("");
  });
});
