// Mutation testing of a room, or of all that compute numbers: `npm run mutation [quantity|aggregate|validate …]`.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const root = join(here, "..", "..");
const areas = {
  quantity: "",
  aggregate: "aggregate,observations,compare,figures,diff,trace,ledger,years",
  validate: "validate,observations,aggregate,schema,compare,sense",
};

function run(room) {
  const report = join(here, "reports", `${room}.json`);
  const config = join(here, "reports", `${room}.config.json`);
  mkdirSync(join(here, "reports"), { recursive: true });
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: "vitest",
      plugins: ["./test/mutation/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js"],
      vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
      mutate: [`src/${room}/**/*.ts`],
      coverageAnalysis: "perTest",
      concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
      reporters: ["json"],
      jsonReporter: { fileName: report },
      ignorePatterns: ["dist", "out", "test/mutation", "!test/mutation/vitest.config.ts", ".git"],
      tempDirName: "test/mutation/sandbox",
      // TypeScript 7 has no programming interface that could rewrite it, and nothing needs it.
      tsconfigFile: "no-tsconfig.json",
      timeoutMS: 20_000,
    }),
  );
  const program = join(here, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js");
  const env = { ...process.env, MUTATED_ROOM: room, CASE_AREAS: areas[room] };
  const { status } = spawnSync(process.execPath, [program, "run", config], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(1);
  tell(room, JSON.parse(readFileSync(report, "utf8")));
}

function tell(room, { files }) {
  const mutants = Object.entries(files).flatMap(([file, { mutants: own, source }]) =>
    own.map((each) => ({ ...each, file, line: source.split("\n")[each.location.start.line - 1].trim() })),
  );
  const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  const alive = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage");
  for (const { file, location, mutatorName, replacement, line } of alive)
    console.log(
      `${file}:${location.start.line}:${location.start.column} ${mutatorName} → ${replacement}\n    ${line}`,
    );
  const killed = count("Killed", "Timeout");
  const all = killed + alive.length;
  console.log(
    `${room}: ${all} mutants, ${killed} killed, ${alive.length} alive, ${((100 * killed) / all).toFixed(1)}%`,
  );
}

const named = process.argv.slice(2);
for (const room of named.length > 0 ? named : Object.keys(areas)) run(room);
