/** What runs in worker threads. Each function takes and returns plain data. */
export { renderHandout } from "./formats/docx/render-handout.js";
export { composePages } from "./formats/epub/compose-pages.js";
export { readDestinations } from "./formats/pdf/destinations.js";
export { finishVolume } from "./formats/pdf/finish.js";
export { parseFile } from "./library/parse-file.js";
