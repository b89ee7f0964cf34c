import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PATTERN = `---
id: pat_01kj90301kqxqy5z18n27jwr7c
slug: hard-page
title: A Hard Page
summary: What a page may hold.
tags: { universality: domain, domain: governance, status: published, commons_alignment: 4 }
license: CC-BY-SA-4.0
---
# 1. Overview

Text with *stress*, **weight**, \`code\`, a [link](https://example.org/a), a note[^1] and a reference [1]. It is $$\\frac{a}{b}$$ of the hay:

$$
\\sum_{i=1}^{n} x_i = \\begin{pmatrix} \\sqrt{a} \\\\ b \\end{pmatrix}
$$

1. First
   - within
     - deeper
2. Second

   A paragraph of its own.

- [x] done
- [ ] not done

| Place | Members |
| --- | ---: |
| North | 12 |
| South | 7 |

<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td colspan="2">two</td><td>one</td></tr><tr><td rowspan="2">deep</td><td>b</td></tr><tr><td>short</td></tr></table>

![A drawing of a well](well.svg)

\`\`\`mermaid
flowchart LR
  A[Well] --> B[Field]
\`\`\`

\`\`\`js
const water = "shared";
\`\`\`

> [!NOTE]
> A callout.

> A quotation.

العربية لغة جميلة، and 中文也在這裡.

# 9. Resources & References

[1] Ostrom, E. (1990). *Governing the Commons*. https://example.org/ostrom

[^1]: A note at the foot.
`;

const WELL = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="15" fill="#888"/></svg>`;

/** Writes a library of one pattern that holds whatever a body may hold. */
export function writeHardLibrary(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "hard-page.md"), PATTERN);
  writeFileSync(join(folder, "well.svg"), WELL);
  return folder;
}
