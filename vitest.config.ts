import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/compile.ts",
    // Started through npx, the tests would pass that on to the program, which says how it was called.
    env: { npm_command: "", npm_lifecycle_event: "" },
    exclude: ["test/conformance/**"],
    // Two browsers at a time is what two cores bear.
    maxWorkers: 2,
    // Against what would never end, not a measure: a machine may be slow, and a browser that died is waited for.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
