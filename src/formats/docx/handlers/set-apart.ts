import type { Element } from "hast";
import type { Inherited } from "../inherited.js";
import type { Block, Paragraph } from "../model.js";
import { toBlocks } from "../paragraphs.js";
import type { State } from "../state.js";
import { PIXEL } from "../styles/measures.js";

/** A QR code at the head of a column: what follows stands beside it. */
export function code(state: State, element: Element, inherited: Inherited): Block[] {
  return setApart(state, element, { ...inherited, style: "CardCode" }, ({ children }) => {
    const picture = children.find((child) => child.kind === "picture");
    if (picture?.kind !== "picture") return undefined;
    return { at: "head", width: picture.width * PIXEL, height: picture.height * PIXEL };
  });
}

/** What stands at the foot of a column, however far the text above it goes. */
export function foot(state: State, element: Element, inherited: Inherited): Block[] {
  return setApart(state, element, { ...inherited, style: "CardFoot" }, () => ({ at: "foot", width: inherited.width }));
}

function setApart(
  state: State,
  element: Element,
  inherited: Inherited,
  where: (paragraph: Paragraph) => Paragraph["set"] | undefined,
): Block[] {
  return toBlocks(state.all(element, inherited), inherited).map((block) => {
    const set = block.kind === "paragraph" ? where(block) : undefined;
    return block.kind === "paragraph" && set ? { ...block, set } : block;
  });
}
