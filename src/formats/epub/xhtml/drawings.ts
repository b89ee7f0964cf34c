import type { Element } from "hast";
import { type ElementPass, eachElement } from "./pass.js";

/**
 * A drawing is named by its title and described by its description, not by one long name: a screen reader says what it is
 * and lets its user ask for the rest (SVG Accessibility API Mappings 1.0, 5.1).
 */
export const nameDrawing: ElementPass = (figure) => {
  if (figure.tagName !== "figure") return;
  // No id of a body has a full stop in it: a page has one figure of each class.
  const prefix = String(figure.properties.className ?? "drawing").replaceAll(" ", "-");
  eachElement(figure, (svg) => {
    if (svg.tagName !== "svg") return;
    const [title, description] = ["title", "desc"].map((name) => giveId(svg, name, prefix));
    if (title === undefined || description === undefined) return;
    delete svg.properties.ariaLabel;
    Object.assign(svg.properties, { ariaLabelledBy: [title], ariaDescribedBy: [description] });
  });
};

/** A picture that is to take a share of the line takes it of whatever line there is. */
export const sizePicture: ElementPass = ({ tagName, properties }) => {
  if (tagName !== "img" || properties.dataShare === undefined) return;
  const { dataShare, style } = properties;
  properties.style = [`width:${dataShare}%`, ...(style ? [style] : [])].join(";");
  delete properties.dataShare;
};

function giveId(svg: Element, name: string, prefix: string): string | undefined {
  const element = svg.children.find((child) => child.type === "element" && child.tagName === name);
  if (element?.type !== "element") return undefined;
  const id = `${prefix}.${name}`;
  element.properties.id = id;
  return id;
}
