import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/compile.ts",
    // Started through npx, the tests would pass that on to the program, which says how it was called.
    env: { npm_command: "", npm_lifecycle_event: "" },
    exclude: ["test/conformance/**"],
    // To load the program anew for every file takes longer than most files: the files of a worker share what it has loaded.
    // So a test puts back what it changes of the process (`vi.unstubAllGlobals`), and starts a process of its own to change more.
    isolate: false,
    // Two browsers at a time is what two cores bear.
    maxWorkers: 2,
    // Against what would never end, not a measure: a machine may be slow, and a browser that died is waited for.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
