/** What runs in worker threads. Each function takes and returns plain data. */
export { parseFile } from "./library/parse-file.js";
