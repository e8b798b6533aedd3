import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["{src,tools,e2e}/**/*.test.ts", "e2e/**/*.e2e.ts"],
    globalSetup: ["src/platform/testing/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    // The first database test makes the cluster and the migrated template.
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
})
