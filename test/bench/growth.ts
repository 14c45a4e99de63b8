import { runTask } from "./children.ts";
import { peakMegabytes } from "./peak-memory.ts";
import type { Scale } from "./scale.ts";
import { numbers, shown, table } from "./section.ts";
import { type CheckFigures, measureCheck } from "./warm-figures.ts";

export interface Grown extends CheckFigures {
  readonly megabytes: number;
}

const firstYear = 1950;
const indicatorsOfYears = 50;
const first = ["first check, ms"];
const then = ["latest year edited, ms", "nothing edited, ms"];

/** How `check` grows with what an office counts in one year. */
export async function indicators(scale: Scale): Promise<string> {
  const rows = scale.indicators.map((count) => {
    const grown = measure(count, 1, scale);
    return [
      count.toLocaleString("en"),
      shown(grown.anew),
      shown((grown.anew / count) * 1000),
      shown(grown.edited),
      shown(grown.again),
      shown(grown.megabytes),
    ];
  });
  return [
    "`report check` of an invented office that states each of its indicators, in process, medians; its schema and templates are read each time, and known.",
    table(["indicators", ...first, "µs an indicator", ...then, "peak MB"].map(numbers), rows),
  ].join("\n\n");
}

/** How `check` grows with the years, which it reads all of, and in both directions. */
export async function years(scale: Scale): Promise<string> {
  const sizes = [...scale.years.map((count) => [indicatorsOfYears, count] as const), ...scale.large];
  const rows = sizes.map(([each, count]) => {
    const grown = measure(each, count, scale);
    return [
      String(count),
      each.toLocaleString("en"),
      shown(grown.anew),
      shown(grown.anew / count),
      shown(grown.edited),
      shown(grown.again),
      shown(grown.megabytes),
    ];
  });
  return [
    "`report check` of all years of an invented office, in process, medians.",
    table(["years", "indicators a year", ...first, "ms a year", ...then, "peak MB"].map(numbers), rows),
  ].join("\n\n");
}

function measure(count: number, yearCount: number, { growthRounds }: Scale): Grown {
  return runTask<Grown>("grow", count, yearCount, count * yearCount > 5000 ? 3 : growthRounds);
}

/** In a process of its own, so that the peak is that of this size alone. */
export async function grow(count: number, yearCount: number, rounds: number): Promise<Grown> {
  const all = Array.from({ length: yearCount }, (_, index) => firstYear + index);
  const figures = await measureCheck(count, all, rounds);
  return { ...figures, megabytes: peakMegabytes() };
}
