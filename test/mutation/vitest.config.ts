import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The tests that a mutant of a room has to get past. */
const tests: Readonly<Record<string, readonly string[]>> = {
  quantity: ["test/quantity/**/*.test.ts"],
  aggregate: ["test/aggregate/**/*.test.ts", "test/cases.test.ts"],
  validate: ["test/validate/**/*.test.ts", "test/cases.test.ts"],
};

/** The cases, which are slow, come last: most mutants do not get as far. */
class CasesLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith("/cases.test.ts");
    return files.toSorted((one, other) => Number(isSlow(one)) - Number(isSlow(other)));
  }
}

const config: ViteUserConfig = defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: [...(tests[process.env.MUTATED_ROOM ?? ""] ?? [])],
    setupFiles: ["test/mutation/setup.ts"],
    sequence: { sequencer: CasesLast },
    testTimeout: 60_000,
  },
});

export default config;
