/**
 * The drawing on a page as SVG without style sheets: what they say stands at each element, for readers such as Word that
 * draw no styles. Undefined where HTML stands in it, which they do not draw either. Runs in the page.
 */
export function writePlainSvg(): string | undefined {
  // Every property that Mermaid's style sheets set and SVG has as an attribute (SVG 2, 6.6), with its initial value.
  const inherited: Record<string, string> = {
    fill: "rgb(0, 0, 0)",
    "fill-opacity": "1",
    stroke: "none",
    "stroke-width": "1px",
    "stroke-dasharray": "none",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-opacity": "1",
    "font-family": "",
    "font-size": "",
    "font-weight": "400",
    "font-style": "normal",
    "text-anchor": "start",
    visibility: "visible",
  };
  const own: Record<string, string> = {
    opacity: "1",
    display: "inline",
    "marker-start": "none",
    "marker-end": "none",
  };
  const plainly = (name: string, value: string): string => {
    // A face that is not installed leaves its place to one without serifs.
    if (name === "font-family") return `${value.replaceAll('"', "'")}, Arial, sans-serif`;
    // An address in a style is whole; a reader elsewhere finds only the fragment.
    return value.replace(/url\(["']?[^"')#]*#([^"')]+)["']?\)/, "url(#$1)").replace(/(\d)px/g, "$1");
  };
  const drawing = document.querySelector("svg");
  if (!drawing || drawing.querySelector("foreignObject")) return undefined;
  const styled = [drawing, ...Array.from(drawing.querySelectorAll("*"))].filter(({ tagName }) => tagName !== "style");
  const written = styled.map((element) => {
    const style = getComputedStyle(element);
    const parent = element === drawing || !element.parentElement ? undefined : getComputedStyle(element.parentElement);
    const differing = (names: Record<string, string>, usual: (name: string) => string | undefined): string[][] =>
      Object.keys(names)
        .map((name) => [name, style.getPropertyValue(name)])
        .filter(([name = "", value]) => value !== "" && value !== (usual(name) ?? names[name]));
    return [...differing(inherited, (name) => parent?.getPropertyValue(name)), ...differing(own, () => undefined)];
  });
  // Few readers know baselines other than the usual: text in the middle of its line is lowered by a third of its size.
  const middle = (element: Element): boolean => /central|middle/.test(getComputedStyle(element).dominantBaseline);
  const lowered = styled
    .filter((element) => element.tagName === "text" && middle(element))
    .map((element) => ({ element, by: 0.35 * Number.parseFloat(getComputedStyle(element).fontSize) }));
  styled.forEach((element, at) => {
    for (const name of ["style", "class", ...Object.keys(inherited), ...Object.keys(own)])
      element.removeAttribute(name);
    // Words stand in parts of their own, their spaces at the edges.
    if (element.tagName === "text") element.setAttribute("xml:space", "preserve");
    for (const [name = "", value = ""] of written[at] ?? []) element.setAttribute(name, plainly(name, value));
  });
  lowered.forEach(({ element, by }) => {
    element.setAttribute("y", String(Number(element.getAttribute("y") ?? 0) + by));
    element.removeAttribute("dominant-baseline");
    element.removeAttribute("alignment-baseline");
  });
  for (const style of Array.from(drawing.querySelectorAll("style"))) style.remove();
  return new XMLSerializer().serializeToString(drawing);
}
