import type { ElementPass } from "./pass.js";

/** A link leads to a file of the package or to a valid address; any other becomes plain text. */
export const validateLink: ElementPass = (element) => {
  if (element.tagName !== "a") return;
  const href = toValid(String(element.properties.href ?? ""));
  if (href) element.properties.href = href;
  else {
    element.tagName = "span";
    element.properties = {};
  }
};

const OWN_FILE = /^[a-z0-9-]+\.xhtml(?:#[^\s#]+)?$|^#[^\s#]+$/;

function toValid(href: string): string | undefined {
  if (OWN_FILE.test(href)) return href;
  // Reading systems do not know the scheme; its resolver is on the web.
  const address = href.replace(/^doi:/i, "https://doi.org/");
  if (!/^(https?|mailto|tel):/i.test(address) || !URL.canParse(address)) return undefined;
  // RFC 3986 asks for more escapes than URLs in HTML need, and for one fragment.
  return new URL(address).href.replace(/[[\]{}|^`\\\s"<>]/g, encodeURIComponent).replace(/#([^#]*)#.*$/, "#$1");
}
