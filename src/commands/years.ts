import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { Host } from "../host.ts";
import { listYears, misnamedFiles, type Workspace } from "../workspace/workspace.ts";

/** 2015..2022, both ends included: those of its years that have a data file. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

/** A year that was named must be there; of a range, what is there is taken. */
export type NamedYears = number | YearRange;

export interface ChosenYears {
  /** Each once, in the order in which they were named. */
  readonly years: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The years that a command works on: those named, or what `otherwise` chooses from those at hand. */
export async function chooseYears(
  host: Host,
  workspace: Workspace,
  named: readonly NamedYears[],
  otherwise: (years: readonly number[]) => readonly number[],
): Promise<ChosenYears> {
  const atHand = await listYears(host, workspace);
  if (named.length === 0) {
    return { years: otherwise(atHand), diagnostics: await passedOver(host, workspace, atHand) };
  }
  const years = named.flatMap((each) => (typeof each === "number" ? [each] : within(each, atHand)));
  const diagnostics = named.flatMap((each) => (typeof each === "number" ? [] : gaps(each, atHand)));
  return { years: [...new Set(years)], diagnostics };
}

/** What may have been meant as well, where no year was named. */
async function passedOver(
  host: Host,
  workspace: Workspace,
  atHand: readonly number[],
): Promise<readonly Diagnostic[]> {
  const misnamed = await misnamedFiles(host, workspace);
  if (atHand.length === 0)
    return [diagnostic("no-years", null, { folder: "data", misnamed: misnamed[0] ?? null })];
  return misnamed
    .filter(({ year }) => !atHand.includes(year))
    .map((each) => diagnostic("year-file-misnamed", null, { folder: "data", ...each }));
}

function within({ from, to }: YearRange, atHand: readonly number[]): readonly number[] {
  return atHand.filter((year) => year >= from && year <= to);
}

function gaps({ from, to }: YearRange, atHand: readonly number[]): readonly Diagnostic[] {
  const range = `${from}..${to}`;
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const missing = all.filter((year) => !atHand.includes(year));
  if (missing.length === all.length)
    return [diagnostic("range-without-years", null, { range, years: runsOf(atHand) })];
  return missing.length > 0
    ? [diagnostic("range-years-missing", null, { range, years: runsOf(missing) })]
    : [];
}

/** Three years and more that follow one another as a range: 2015..2018, 2020, 2021. */
export function runsOf(years: readonly number[]): readonly string[] {
  const runs: { readonly from: number; to: number }[] = [];
  for (const year of years.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && year === last.to + 1) last.to = year;
    else runs.push({ from: year, to: year });
  }
  return runs.flatMap(({ from, to }) => {
    if (to - from > 1) return [`${from}..${to}`];
    return from === to ? [`${from}`] : [`${from}`, `${to}`];
  });
}
