import { isUrl } from "../../../library/web-address.js";
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
  if (!/^(https?|mailto|tel):/i.test(address) || !isUrl(address)) return undefined;
  const { href: valid } = new URL(address);
  const path = /^[a-z]+:(?:\/\/[^/?#]*)?/.exec(valid)?.[0].length ?? 0;
  return valid.slice(0, path) + escapeMore(valid.slice(path));
}

/** RFC 3986 asks for more escapes than URLs in HTML need, and for one fragment. */
function escapeMore(path: string): string {
  return path.replace(/[[\]{}|^`\\\s"<>]|%(?![\da-f]{2})/gi, encodeURIComponent).replace(/#([^#]*)#.*$/, "#$1");
}
