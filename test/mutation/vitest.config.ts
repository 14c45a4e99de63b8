import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

/** The tests that a mutant of a room has to get past. */
const tests: Readonly<Record<string, readonly string[]>> = {
  quantity: ["test/quantity/**/*.test.ts"],
  aggregate: ["test/aggregate/**/*.test.ts", "test/cases.test.ts"],
  validate: ["test/validate/**/*.test.ts", "test/cases.test.ts"],
};

const config: ViteUserConfig = defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: [...(tests[process.env.MUTATED_ROOM ?? ""] ?? [])],
    setupFiles: ["test/mutation/setup.ts"],
    testTimeout: 60_000,
  },
});

export default config;
