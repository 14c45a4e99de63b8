import { rmSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../src/main.ts";
import { nodeHost } from "../../src/node-host/node-host.ts";
import { writeOffice } from "../support/many-years.ts";
import { runTask, type Used, withScratch } from "./children.ts";
import { peakMegabytes } from "./peak-memory.ts";
import type { Scale } from "./scale.ts";
import { numbers, shown, table } from "./section.ts";
import type { Held } from "./warm-figures.ts";

export interface Soaked {
  readonly used: Used;
  readonly held: readonly (Held & { readonly seconds: number })[];
}

const years = 10;

/** What one process holds after each tenth of very many reports. */
export async function soak({ soakReports: reports }: Scale): Promise<string> {
  const program = runTask<Soaked>("soak-offices", reports).held;
  const stages = runTask<readonly Held[]>("soak-report", reports);
  const held = (each: Held): readonly string[] => [
    each.reports.toLocaleString("en"),
    each.heldMegabytes.toFixed(1),
    shown(each.residentMegabytes),
  ];
  return [
    `The whole program in one process, ${years} years of one invented office after the other, each with its own files on disk. What is held is counted after a collection of garbage.`,
    table(
      ["reports", "held MB", "resident MB", "s since the start"].map(numbers),
      program.map((each) => [...held(each), shown(each.seconds)]),
    ),
    "The report of 2022 again and again, from the bytes of its data to those of the Word file:",
    table(["reports", "held MB", "resident MB"].map(numbers), stages.map(held)),
  ].join("\n\n");
}

/** In this one process, which is started with --expose-gc. */
export async function soakOffices(reports: number): Promise<Soaked> {
  const host = { ...nodeHost(), stdout: () => undefined, stderr: () => undefined };
  const offices = Math.ceil(reports / years);
  const held: Soaked["held"][number][] = [];
  const begun = process.hrtime.bigint();
  await withScratch(async (scratch) => {
    for (let office = 1; office <= offices; office++) {
      const folder = join(scratch, `office-${office}`);
      writeOffice(folder, 2013, 2012 + years, `示例${office}街道`);
      const exitCode = await main(["-C", folder, "build", "--all", "--lang", "en"], host);
      if (exitCode !== 0) throw new Error(`office ${office}: exit ${exitCode}`);
      rmSync(folder, { recursive: true });
      if (office % Math.ceil(offices / 10) > 0) continue;
      global.gc?.();
      const { heapUsed, external, rss } = process.memoryUsage();
      const megabytes = (bytes: number): number => bytes / 1024 / 1024;
      held.push({
        reports: office * years,
        heldMegabytes: megabytes(heapUsed + external),
        residentMegabytes: megabytes(rss),
        seconds: Number(process.hrtime.bigint() - begun) / 1e9,
      });
    }
  });
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const used = {
    milliseconds: Number(process.hrtime.bigint() - begun) / 1e6,
    processorMilliseconds: (userCPUTime + systemCPUTime) / 1000,
    megabytes: peakMegabytes(),
  };
  return { used, held };
}
