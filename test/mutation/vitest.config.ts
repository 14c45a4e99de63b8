import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The tests that a mutant of a room has to get past. */
const tests: Readonly<Record<string, readonly string[]>> = {
  quantity: ["test/quantity/**/*.test.ts"],
  aggregate: ["test/aggregate/**/*.test.ts", "test/cases.test.ts"],
  validate: ["test/validate/**/*.test.ts"],
};

const slow: readonly string[] = ["vocabulary", "compile-schema", "kept-schema", "cases"];

/** The slow ones last: most mutants do not get as far. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const slowness = ({ moduleId }: TestSpecification): number =>
      slow.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
    return files.toSorted((one, other) => slowness(one) - slowness(other));
  }
}

const config: ViteUserConfig = defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: [...(tests[process.env.MUTATED_ROOM ?? ""] ?? [])],
    setupFiles: ["test/mutation/setup.ts"],
    sequence: { sequencer: QuickFirst },
    testTimeout: 60_000,
  },
});

export default config;
