import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/compile.ts",
    exclude: ["test/conformance/**"],
    // Two browsers at a time is what two cores bear.
    maxWorkers: 2,
    // Against what would never end, not a measure: a machine may be slow, and a browser that died is waited for.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
