import type { Handle } from "../state.js";
import { anchor } from "./anchor.js";
import { article } from "./article.js";
import { blockquote } from "./blockquote.js";
import { br } from "./br.js";
import { all, drop } from "./container.js";
import { definitions } from "./definitions.js";
import { div } from "./div.js";
import { figcaption, figure } from "./figure.js";
import { footer } from "./footer.js";
import { heading } from "./heading.js";
import { hr } from "./hr.js";
import { img } from "./img.js";
import { list } from "./list.js";
import { mark } from "./mark.js";
import { nav } from "./nav.js";
import { p } from "./p.js";
import { pre } from "./pre.js";
import { section } from "./section.js";
import { span } from "./span.js";
import { summary } from "./summary.js";
import { table } from "./table.js";

/** What each element of a page becomes in Word. */
export const handlers: Readonly<Record<string, Handle>> = {
  a: anchor,
  abbr: all,
  article,
  b: mark({ bold: true }),
  bdi: all,
  bdo: all,
  blockquote,
  br,
  caption: figcaption,
  cite: mark({ italics: true }),
  code: mark({ style: "InlineCode" }),
  dd: all,
  del: mark({ strike: true }),
  details: all,
  dfn: mark({ italics: true }),
  div,
  dl: definitions,
  dt: all,
  em: mark({ italics: true }),
  figcaption,
  figure,
  footer,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  header: all,
  hr,
  i: mark({ italics: true }),
  img,
  ins: mark({ underline: true }),
  kbd: mark({ style: "InlineCode" }),
  li: all,
  mark: mark({ style: "Highlight" }),
  nav,
  ol: list,
  p,
  picture: all,
  pre,
  // Its marks are text by now.
  q: all,
  rp: all,
  rt: all,
  ruby: all,
  s: mark({ strike: true }),
  samp: mark({ style: "InlineCode" }),
  section,
  small: mark({ style: "Small" }),
  source: drop,
  span,
  strike: mark({ strike: true }),
  strong: mark({ bold: true }),
  sub: mark({ subScript: true, superScript: false }),
  summary,
  sup: mark({ superScript: true, subScript: false }),
  table,
  tbody: all,
  td: all,
  tfoot: all,
  th: all,
  thead: all,
  time: all,
  tr: all,
  tt: mark({ style: "InlineCode" }),
  u: mark({ underline: true }),
  ul: list,
  var: mark({ italics: true }),
  wbr: drop,
};
