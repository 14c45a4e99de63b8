import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/main.ts";
import { nodeHost } from "../../src/node-host/node-host.ts";
import { writeOffice } from "../support/many-years.ts";

/**
 * `npm run bench:batch`: reports a second and peak memory of one process, with one thread and with two, over more and
 * more years; and the memory of one process over the ten thousand reports of a thousand offices.
 */
const counts = [12, 25, 50, 100, 150, 250];
const rounds = 3;
const offices = 1000;

const firstYear = 1950;
const program = join(import.meta.dirname, "report.cjs");

interface Run {
  readonly milliseconds: number;
  readonly processor: number;
  readonly megabytes: number;
}

/** Prints, at the end of the main thread, what the process has used. */
const hook = `if (require("node:worker_threads").isMainThread) process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require("node:fs").writeSync(1, "\\n" + JSON.stringify([maxRSS, userCPUTime + systemCPUTime]));
});`;

function build(scratch: string, count: number, jobs: number): Run {
  const out = join(scratch, `out-${jobs}`);
  const range = `${firstYear}..${firstYear + count - 1}`;
  const begun = process.hrtime.bigint();
  const args = ["-C", join(scratch, "office"), "build", range, "--jobs", String(jobs), "--out", out];
  const ran = spawnSync(process.execPath, ["--require", join(scratch, "hook.cjs"), program, ...args], {
    encoding: "utf8",
  });
  const milliseconds = Number(process.hrtime.bigint() - begun) / 1e6;
  if (ran.status !== 0) throw new Error(ran.stderr);
  const [kilobytes = 0, microseconds = 0] = JSON.parse(
    ran.stdout.slice(ran.stdout.lastIndexOf("\n")),
  ) as number[];
  rmSync(out, { recursive: true });
  return { milliseconds, processor: microseconds / 1000, megabytes: kilobytes / 1024 };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function compare(scratch: string): void {
  writeFileSync(join(scratch, "hook.cjs"), hook);
  writeOffice(join(scratch, "office"), firstYear, firstYear + Math.max(...counts) - 1);
  say("| reports | threads | s | reports a second | processor s | peak MB |");
  say("| --- | --- | --- | --- | --- | --- |");
  for (const count of counts) {
    const runs: readonly (readonly [number, Run[]])[] = [
      [1, []],
      [2, []],
    ];
    for (let round = 0; round < rounds; round++)
      for (const [jobs, made] of runs) made.push(build(scratch, count, jobs));
    for (const [jobs, made] of runs) {
      const time = median(made.map(({ milliseconds }) => milliseconds));
      const processor = median(made.map((each) => each.processor));
      const peak = median(made.map(({ megabytes }) => megabytes));
      const row = [count, jobs, (time / 1000).toFixed(2), ((count / time) * 1000).toFixed(0)];
      say(`| ${[...row, (processor / 1000).toFixed(2), peak.toFixed(0)].join(" | ")} |`);
    }
  }
}

/** In this one process, which is started with --expose-gc: what is held after each hundred offices. */
async function soak(scratch: string): Promise<void> {
  const host = { ...nodeHost(), stdout: () => undefined, stderr: () => undefined };
  const begun = process.hrtime.bigint();
  say("| reports | s | held MB | resident MB |");
  say("| --- | --- | --- | --- |");
  for (let index = 1; index <= offices; index++) {
    const folder = join(scratch, `office-${index}`);
    writeOffice(folder, 2013, 2022, `示例${index}街道`);
    const exitCode = await main(["-C", folder, "build", "--all", "--lang", "en"], host);
    if (exitCode !== 0) throw new Error(`office ${index}: exit ${exitCode}`);
    rmSync(folder, { recursive: true });
    if (index % 100 > 0) continue;
    global.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);
    const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
    say(`| ${index * 10} | ${seconds.toFixed(0)} | ${megabytes(heapUsed + external)} | ${megabytes(rss)} |`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function run(): Promise<void> {
  const [task, folder] = process.argv.slice(2);
  if (task === "soak" && folder) return soak(folder);
  const scratch = mkdtempSync(join(tmpdir(), "batch-"));
  try {
    if (task !== "soak-only") compare(scratch);
    const script = process.argv[1] ?? "";
    execFileSync(process.execPath, ["--expose-gc", script, "soak", scratch], {
      stdio: "inherit",
    });
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

void run();
