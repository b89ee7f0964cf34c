import type { Format } from "../format.js";

export const pdf: Format = {
  name: "pdf",
  async *render() {},
};
