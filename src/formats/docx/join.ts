import type { Block, Inline, Paragraph, Story } from "./model.js";

/** Word cuts longer names. */
const LONGEST = 40;

/**
 * Stories as they stand in one document: lists, notes and bookmarks numbered over the whole, names of bookmarks told
 * apart whatever their case. A link to a name that its own story does not bear leads to the story that bears it.
 * @param reserved names that stay as they are wherever they stand, for links from other stories; each stands once
 */
export function joinStories(stories: readonly Story[], reserved: ReadonlySet<string> = new Set()): Story[] {
  const taken = new Set([...reserved].map((name) => name.toLowerCase()));
  const offset = { list: 0, note: 0, bookmark: 0 };
  return stories.map((story) => {
    const names = new Map<string, string>();
    const count = { list: 0, bookmark: 0 };
    eachParagraph(story, (paragraph) => {
      count.list = Math.max(count.list, paragraph.list?.list ?? 0);
      eachBookmark(paragraph.children, (name) => {
        count.bookmark++;
        names.set(name, reserved.has(name) ? name : tellApart(name, taken));
      });
    });
    const joined = renumber(story, { ...offset, names });
    offset.list += count.list;
    offset.note += Math.max(0, ...story.notes.keys());
    offset.bookmark += count.bookmark;
    return joined;
  });
}

function tellApart(name: string, taken: Set<string>): string {
  let own = name;
  for (let number = 2; taken.has(own.toLowerCase()); number++) {
    const ending = `_${number}`;
    own = `${name.slice(0, LONGEST - ending.length)}${ending}`;
  }
  taken.add(own.toLowerCase());
  return own;
}

interface Numbers {
  list: number;
  note: number;
  bookmark: number;
  names: ReadonlyMap<string, string>;
}

function renumber(story: Story, numbers: Numbers): Story {
  let { bookmark } = numbers;
  const inline = (part: Inline): Inline => {
    if (part.kind === "note") return { ...part, number: part.number + numbers.note };
    if (part.kind === "bookmark") return { ...part, name: nameOf(part.name), number: ++bookmark };
    if (part.kind === "page-of") return { ...part, bookmark: nameOf(part.bookmark) };
    if (part.kind !== "link") return part;
    const to = "bookmark" in part.to ? { bookmark: nameOf(part.to.bookmark) } : part.to;
    return { ...part, to, children: part.children.map(inline) };
  };
  const nameOf = (name: string): string => numbers.names.get(name) ?? name;
  const paragraph = (old: Paragraph): Paragraph => ({
    ...old,
    children: old.children.map(inline),
    ...(old.list ? { list: { ...old.list, list: old.list.list + numbers.list } } : {}),
  });
  const block = (old: Block): Block =>
    old.kind === "paragraph"
      ? paragraph(old)
      : {
          ...old,
          rows: old.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, children: cell.children.map(block) })),
          })),
        };
  const blocks = story.blocks.map(block);
  const notes = [...story.notes].map(([number, text]) => [number + numbers.note, text.map(paragraph)] as const);
  return { blocks, notes: new Map(notes) };
}

function eachParagraph({ blocks, notes }: Story, visit: (paragraph: Paragraph) => void): void {
  const walk = (block: Block): void => {
    if (block.kind === "paragraph") visit(block);
    else for (const { cells } of block.rows) for (const { children } of cells) children.forEach(walk);
  };
  blocks.forEach(walk);
  for (const paragraphs of notes.values()) paragraphs.forEach(visit);
}

function eachBookmark(inlines: readonly Inline[], visit: (name: string) => void): void {
  for (const inline of inlines) {
    if (inline.kind === "bookmark") visit(inline.name);
    else if (inline.kind === "link") eachBookmark(inline.children, visit);
  }
}
