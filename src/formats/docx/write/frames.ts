import {
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  HorizontalPositionAlign,
  type IParagraphOptions,
  VerticalPositionAlign,
} from "docx";
import type { Paragraph } from "../model.js";

/** A frame (ECMA-376, 17.3.1.11): a picture in it stays in line with its paragraph, as screen readers want it. */
export function frameOf({ set, aside }: Paragraph): Pick<IParagraphOptions, "frame"> {
  if (aside) return { frame: frameAside(aside) };
  if (!set) return {};
  const { at, width, height } = set;
  const atHead = at === "head";
  return {
    frame: {
      type: "alignment",
      width: Math.round(width),
      ...(height === undefined ? {} : { height: Math.round(height), rule: HeightRule.EXACT }),
      wrap: atHead ? FrameWrap.AROUND : FrameWrap.NOT_BESIDE,
      anchor: { vertical: FrameAnchorType.MARGIN, horizontal: FrameAnchorType.TEXT },
      alignment: {
        x: atHead ? HorizontalPositionAlign.RIGHT : HorizontalPositionAlign.LEFT,
        y: atHead ? VerticalPositionAlign.TOP : VerticalPositionAlign.BOTTOM,
      },
    },
  };
}

/** So far from the left margin, and at the foot of the page: the package has a kind of frame for one or for the other. */
function frameAside({ at, width }: NonNullable<Paragraph["aside"]>): NonNullable<IParagraphOptions["frame"]> {
  const frame = {
    type: "absolute" as const,
    width,
    wrap: FrameWrap.AROUND,
    anchor: { vertical: FrameAnchorType.MARGIN, horizontal: FrameAnchorType.MARGIN },
    // Where it is aligned at the foot, the distance from the head counts for nothing.
    position: { x: at, y: 0 },
    alignment: { y: VerticalPositionAlign.BOTTOM },
  };
  return frame;
}
