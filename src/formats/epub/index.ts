import type { Format } from "../format.js";

export const epub: Format = {
  name: "epub",
  async *render() {},
};
