import { writeFileSync } from "node:fs";
import type { Finding } from "../../../library/rules/rule.js";
import { readBody } from "../../../library/store.js";
import { unmarked } from "../../../page/languages/marks.js";
import type { CardView } from "../../card-view.js";
import { openDesk } from "../desk.js";
import { joinStories } from "../join.js";
import type { Story } from "../model.js";
import { serialize } from "../serialize.js";
import type { Series } from "../task.js";
import { describeUnknown } from "../unknown.js";
import { writeDocument } from "../write/document.js";
import { composeCard } from "./compose.js";
import { placeOnSheets } from "./place-on-sheets.js";
import { frameSheet, SHEETS } from "./sheet.js";

/** A card to render; plain data for a worker thread. */
export interface CardTask {
  series: Series;
  view: CardView;
  /** Path of the pattern's file in the library, for messages. */
  source: string;
  /** Where the parsed body lies. */
  bodyPath: string;
  /** Where to write the document. */
  out: string;
}

/** Renders a sheet with a pattern's card on it twice, to cut apart, in a worker thread. Returns what was found on the way. */
export function renderCard({ series, view, source, bodyPath, out }: CardTask): Finding[] {
  const desk = openDesk(series);
  const body = readBody(bodyPath);
  const findings: Finding[] = [];
  const { paper, book, date } = series;
  const { tree, pictures } = composeCard(view, body, paper, desk);
  const serializeOnce = (): Story =>
    serialize(tree, {
      title: view.title,
      language: view.language,
      paper,
      measure: SHEETS[paper].measure,
      pictures: Object.fromEntries(pictures),
      reportUnknown: (element) => findings.push(describeUnknown(element, source)),
    });
  const [first, second] = joinStories([serializeOnce(), serializeOnce()]);
  const bytes = writeDocument(
    {
      sections: [{ blocks: placeOnSheets([first?.blocks ?? [], second?.blocks ?? []]), frame: frameSheet(paper) }],
      notes: new Map(),
      pictures,
      properties: {
        title: view.title,
        creator: book.creators.join("; "),
        description: view.summary ?? "",
        subject: book.title,
        keywords: unmarked(view.groups.join(", ")),
        language: view.language,
        date,
      },
    },
    desk.house(view.language),
  );
  writeFileSync(out, bytes);
  return findings;
}
