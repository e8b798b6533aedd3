import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["{src,tools,e2e}/**/*.test.ts", "e2e/**/*.e2e.ts"],
    globalSetup: ["src/platform/testing/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    // Against a test that hangs, never a measure of speed: a busy machine is no failure.
    testTimeout: 300_000,
    // The first database test makes the cluster and the migrated template.
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
  },
})
