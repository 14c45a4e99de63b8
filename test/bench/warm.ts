import { execFileSync } from "node:child_process";
import { measureCheck, measureMemory, measureReport, measureWatch } from "./warm-figures.ts";

/**
 * `npm run bench:warm`: one whole report in this process and thread, stage by stage; from save to result;
 * what is held over ten thousand of them; and a whole `report check` of invented offices of more and more indicators and years.
 */
const growth = [
  { name: "indicators in a year", sizes: [10, 100, 1000, 10_000].map((count) => [count, 1] as const) },
  { name: "years of 50 indicators", sizes: [1, 10, 50, 100].map((count) => [50, count] as const) },
  { name: "fifty years of 2,000 indicators", sizes: [[2000, 50] as const] },
];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function report(rounds: number): Promise<void> {
  const { whole, processor, stages } = await measureReport(100, rounds);
  say("| stage | ms |\n| --- | --- |");
  for (const [stage, milliseconds] of Object.entries(stages))
    say(`| ${stage} | ${milliseconds.toFixed(2)} |`);
  say(`| the whole report | ${whole.toFixed(2)} |`);
  say(`| the whole report, of the processor | ${processor.toFixed(2)} |\n`);
}

async function memory(reports: number): Promise<void> {
  say("| reports | held MB | resident MB |\n| --- | --- | --- |");
  for (const { reports: count, heldMegabytes, residentMegabytes } of await measureMemory(reports))
    say(`| ${count} | ${heldMegabytes.toFixed(1)} | ${residentMegabytes.toFixed(0)} |`);
}

async function grow(): Promise<void> {
  const firstYear = 1950;
  for (const { name, sizes } of growth) {
    say(`| ${name} | check, ms |\n| --- | --- |`);
    for (const [indicators, years] of sizes) {
      const all = Array.from({ length: years }, (_, index) => firstYear + index);
      const milliseconds = await measureCheck(indicators, all, indicators * years > 5000 ? 3 : 15);
      say(`| ${sizes[1]?.[1] === 1 ? indicators : years} | ${milliseconds.toFixed(0)} |`);
    }
    say("");
  }
}

async function watching(): Promise<void> {
  say("| command | from save to result, ms |\n| --- | --- |");
  for (const command of ["check", "build"] as const)
    say(`| ${command} --watch | ${(await measureWatch(command, 200)).toFixed(1)} |`);
  say("");
}

async function run(): Promise<void> {
  const [task, count] = process.argv.slice(2);
  if (task === "memory") return memory(Number(count ?? 10_000));
  if (task === "report") return report(Number(count ?? 1000));
  if (task === "growth") return grow();
  if (task === "watch") return watching();
  await report(1000);
  await watching();
  await grow();
  execFileSync(process.execPath, ["--expose-gc", process.argv[1] ?? "", "memory"], { stdio: "inherit" });
}

void run();
