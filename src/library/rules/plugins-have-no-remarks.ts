import type { Rule } from "./rule.js";

export const pluginsHaveNoRemarks: Rule = {
  id: "plugins-have-no-remarks",
  severity: "warning",
  summary: "The plugins of extensions find nothing to say of a text (`file.message`).",
  describe: ({ found, detail }) => ({
    found: detail === undefined ? found : `${found} (${detail})`,
    expected: "a text of which the plugins of `extend` in book.yaml say nothing",
    mend: "do what the plugin says, or set the rule to off under rules in book.yaml",
  }),
};
