import type { Root } from "hast";
import type { Finding } from "../../../library/rules/rule.js";
import type { Desk } from "../desk.js";
import type { Frames } from "../frame.js";
import type { Story } from "../model.js";
import { serialize } from "../serialize.js";
import { describeUnknown } from "../unknown.js";
import type { LoadedPicture } from "../write/parts.js";
import type { PackTask } from "./task.js";

/** What is at hand while one pack is set. */
export interface Bench {
  task: PackTask;
  desk: Desk;
  /** Bookmarks of the pack by the ids that links name. */
  places: ReadonlyMap<string, string>;
  /** Grows as patterns are set. */
  pictures: Map<string, LoadedPicture>;
  /** Grows with what is noticed. */
  findings: Finding[];
}

/** A story with the pages it stands on; cards share theirs. */
export interface Leaf {
  /** By which the contents name it. */
  id?: string;
  story: Story;
  frames: Frames;
}

interface StoryText {
  /** BCP 47. */
  language: string;
  title: string;
  /** Widths of the text in twips, upright and turned, where they are not those of a handout. */
  measure?: number;
  turned?: number;
  pictures?: Readonly<Record<string, unknown>>;
  /** Names of bookmarks that other stories lead to, by the ids that they mark. */
  named?: ReadonlyMap<string, string>;
  /** The file it is from, for messages. */
  source?: string;
}

/** A page of the pack as Word content; links in it lead to all of the pack. */
export function setStory(tree: Root, { task, places, findings }: Bench, text: StoryText): Story {
  const { source = "templates", pictures = {}, ...rest } = text;
  return serialize(tree, {
    ...rest,
    pictures,
    paper: task.series.paper,
    places,
    reportUnknown: (element) => findings.push(describeUnknown(element, source)),
  });
}

/** Opens a story with the bookmark of its place, in the first paragraph that stands in the text. */
export function mark(story: Story, id: string, { places }: Bench): Story {
  const name = places.get(id);
  const at = story.blocks.findIndex((block) => block.kind === "paragraph" && !block.set && !block.aside);
  const blocks = story.blocks.map((block, index) =>
    index === at && block.kind === "paragraph" && name !== undefined
      ? { ...block, children: [{ kind: "bookmark" as const, name, number: 0 }, ...block.children] }
      : block,
  );
  return { ...story, blocks };
}
