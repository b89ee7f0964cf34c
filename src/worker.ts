/** What runs in worker threads. Each function takes and returns plain data. */
export { readDestinations } from "./formats/pdf/destinations.js";
export { finishVolume } from "./formats/pdf/finish.js";
export { parseFile } from "./library/parse-file.js";
