import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/conformance/**/*.test.ts"],
    globalSetup: "test/support/compile.ts",
    // Started through npx, the tests would pass that on to the program, which says how it was called.
    env: { npm_command: "", npm_lifecycle_event: "" },
    isolate: false,
    // Judges use one core each, most of the time.
    maxWorkers: 2,
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
  },
});
