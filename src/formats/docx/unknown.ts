import type { Element } from "hast";
import type { Finding } from "../../library/rules/rule.js";

/** An element of a page that no handler knows. */
export function describeUnknown({ tagName }: Element, file: string): Finding {
  return {
    rule: "elements-are-known",
    severity: "warning",
    file,
    found: `<${tagName}> in the page of a handout`,
    expected: "an element that Word has an equivalent for; the words in it are kept without it",
    mend: "use another element in the templates, or add a handler to src/formats/docx/handlers",
  };
}
