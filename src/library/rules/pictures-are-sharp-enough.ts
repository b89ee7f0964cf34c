import type { Rule } from "./rule.js";

export const picturesAreSharpEnough: Rule = {
  id: "pictures-are-sharp-enough",
  severity: "warning",
  summary: "A picture has 300 pixels per inch, or what is configured, where it is printed (found by a build).",
};
