// Mutation testing of the rooms that make numbers:
//   npm run mutation -- [quantity|aggregate|validate …] [--file src/validate/read-amounts.ts …] [--afresh]
// A room is run again only where its code or its tests have changed; --afresh forgets what is known. --file looks at
// one file alone. The folders of cases are not seen as tests: after a change of those, --afresh.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const here = import.meta.dirname;
const root = join(here, "..", "..");
const areas = {
  quantity: "",
  aggregate: "aggregate,observations,compare,figures,diff,trace,ledger,years",
  validate: "",
};

function run(room, files) {
  const report = join(here, "reports", files.length > 0 ? "file.json" : `${room}.json`);
  const known = join(here, "reports", `${room}.known.json`);
  const config = join(here, "reports", `${room}.config.json`);
  mkdirSync(join(here, "reports"), { recursive: true });
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: "vitest",
      plugins: ["./test/mutation/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js"],
      vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
      mutate: files.length > 0 ? files : [`src/${room}/**/*.ts`],
      incremental: true,
      incrementalFile: known,
      force: values.afresh,
      coverageAnalysis: "perTest",
      concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
      reporters: ["json", "progress-append-only"],
      jsonReporter: { fileName: report },
      ignorePatterns: [
        "dist",
        "out",
        "test/mutation",
        "!test/mutation/vitest.config.ts",
        "!test/mutation/setup.ts",
        ".git",
      ],
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
  tell(files.length > 0 ? files.join(" ") : room, JSON.parse(readFileSync(report, "utf8")));
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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    file: { type: "string", multiple: true, default: [] },
    afresh: { type: "boolean", default: false },
  },
});
const roomOf = (file) => file.split("/")[1];
const asked = [...positionals, ...values.file.map(roomOf)];
for (const room of new Set(asked.length > 0 ? asked : Object.keys(areas)))
  run(
    room,
    values.file.filter((file) => roomOf(file) === room),
  );
