import type { Format } from "../format.js";

export const jsonld: Format = {
  name: "jsonld",
  async *render() {},
};
