import type { Rule } from "./rule.js";

const FAULTS: Readonly<Record<string, string>> = {
  scheme: ", which leads to no page on the web",
  user: ", which holds a user name",
  form: ", which is no address",
};

export const addressesAreOnTheWeb: Rule = {
  id: "addresses-are-on-the-web",
  severity: "warning",
  summary: "An address in front matter begins with https://, http:// or mailto: and holds no user name.",
  describe: ({ found, detail = "" }) =>
    detail === "bare"
      ? {
          found: `the address “${found}”, which has no scheme`,
          expected: `https://${found}`,
          mend: "begin the address with https://; it is read so already",
        }
      : {
          found: `the address “${found}”${FAULTS[detail] ?? ""}`,
          expected: "an address that begins with https://, http:// or mailto: and holds no user name",
          mend: "correct the address or remove it; until then it is kept in the dataset only",
        },
};
