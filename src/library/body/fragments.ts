import { slug } from "github-slugger";

/**
 * The names that a fragment may mean, the likeliest first: as written, as percent-encoding says, as GitHub makes it of
 * a heading's words, and without the number of a section, which is taken out of headings.
 */
export function namesOf(fragment: string): string[] {
  const decoded = decode(fragment);
  const made = slug(decoded.trim());
  return [...new Set([fragment, decoded, made, unnumbered(made)])].filter((name) => name !== "");
}

/** `1-overview`, `section-1-overview` → `overview`. */
function unnumbered(fragment: string): string {
  return fragment.replace(/^(?:section-)?\d+-+/, "");
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
