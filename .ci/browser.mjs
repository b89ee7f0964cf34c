// Exit status 0 when a browser is there, as the build would find it.
import { findBrowser } from "../dist/browser/launch.js";

try {
  await findBrowser();
} catch {
  process.exitCode = 1;
}
