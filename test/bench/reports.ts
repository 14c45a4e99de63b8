import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeOffice } from "../support/many-years.ts";
import { program } from "../support/program.ts";
import { node, runTask, type Used, usageOf, withScratch } from "./children.ts";
import type { Scale } from "./scale.ts";
import { numbers, shown, table } from "./section.ts";
import type { Soaked } from "./soak.ts";
import { median, rotated } from "./statistics.ts";

const firstYear = 1950;

/** More reports than one office has are those of many, ten years each, built one office after the other. */
const mostOfOneOffice = 250;

interface Row {
  readonly reports: number;
  readonly offices: number;
  readonly threads: number;
  readonly used: Used;
}

/** How time and memory grow with the number of small reports, with one thread and with two. */
export async function reports(scale: Scale): Promise<string> {
  const ofOne = scale.reports.filter((count) => count <= mostOfOneOffice);
  const ofMany = scale.reports.filter((count) => count > mostOfOneOffice);
  const rows = [...(await ofOneOffice(ofOne, scale.batchRounds)), ...ofMany.map(ofManyOffices)];
  const columns = ["reports", "offices", "threads", "s", "reports a second", "processor s", "peak MB"];
  const cells = rows.map(({ reports: count, offices, threads, used }) => [
    shown(count).replace(/\.0+$/, ""),
    String(offices),
    String(threads),
    shown(used.milliseconds / 1000),
    shown((count / used.milliseconds) * 1000),
    shown(used.processorMilliseconds / 1000),
    shown(used.megabytes),
  ]);
  return [
    "`report build` of a small invented office, a process for all its years; several offices one after the other in one process. The curve goes on below, under “Ten thousand reports”.",
    table(columns.map(numbers), cells),
  ].join("\n\n");
}

async function ofOneOffice(counts: readonly number[], rounds: number): Promise<readonly Row[]> {
  return withScratch(async (scratch) => {
    const office = join(scratch, "office");
    writeOffice(office, firstYear, firstYear + Math.max(...counts) - 1);
    return counts.flatMap((count) => {
      const runs = (count === 1 ? [1] : [1, 2]).map((threads) => ({ threads, made: [] as Used[] }));
      for (let round = 0; round < rounds; round++)
        for (const { threads, made } of rotated(runs, round))
          made.push(build(office, count, threads, scratch));
      return runs.map(({ threads, made }) => ({ reports: count, offices: 1, threads, used: medians(made) }));
    });
  });
}

function build(office: string, count: number, threads: number, scratch: string): Used {
  const out = join(scratch, "out");
  const range = `${firstYear}..${firstYear + count - 1}`;
  const args = ["-C", office, "build", range, "--jobs", String(threads), "--out", out];
  const used = usageOf(node(program, ...args), scratch);
  rmSync(out, { recursive: true });
  return used;
}

function medians(made: readonly Used[]): Used {
  return {
    milliseconds: median(made.map(({ milliseconds }) => milliseconds)),
    processorMilliseconds: median(made.map(({ processorMilliseconds }) => processorMilliseconds)),
    megabytes: median(made.map(({ megabytes }) => megabytes)),
  };
}

function ofManyOffices(count: number): Row {
  const { used } = runTask<Soaked>("soak-offices", count);
  return { reports: count, offices: Math.ceil(count / 10), threads: 1, used };
}
