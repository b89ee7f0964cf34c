import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/conformance/**/*.test.ts"],
    globalSetup: "test/support/compile.ts",
    // Started through npx, the tests would pass that on to the program, which says how it was called.
    env: { npm_command: "", npm_lifecycle_event: "" },
    maxWorkers: 1,
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
  },
});
