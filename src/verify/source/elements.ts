// What HTML names an element; any other word in angle brackets is a word (html.spec.whatwg.org, index of elements, with
// those that are obsolete). SVG and MathML are read by their roots.
const NAMES = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button
  canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
  figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input
  ins isindex kbd keygen label legend li link main map mark marquee math menu menuitem meta meter nav nobr noembed
  noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp
  script search section select slot small source spacer span strike strong style sub summary sup svg table tbody td
  template textarea tfoot th thead time title tr track tt u ul var video wbr xmp circle clippath defs desc ellipse g
  lineargradient line marker mask path pattern polygon polyline radialgradient rect stop symbol text tspan use view
  foreignobject animate animatetransform filter mi mn mo ms mtext mrow mfrac msqrt mroot msub msup msubsup mtable mtr mtd
  munder mover munderover mspace mstyle semantics annotation`.split(/\s+/),
);

const TAG = /<\/?([a-z][\w:-]*)[^<>]*>/gi;

/** HTML in which tags that name no element are text. */
export function keepUnknownTags(html: string): string {
  return html.replace(TAG, (tag, name: string) =>
    NAMES.has(name.toLowerCase()) ? tag : tag.replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  );
}
