import type { Format } from "../format.js";

export const docx: Format = {
  name: "docx",
  async *render() {},
};
