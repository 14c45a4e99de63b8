import type { YearFigures } from "../aggregate/year-figures.ts";
import type { EarlierYear } from "../compare/earlier-year.ts";
import type { Host } from "../host.ts";
import { toFigures } from "../pipeline.ts";
import type { Policy } from "../policy/policy.ts";
import type { YearSchema } from "../validate/compile-schema.ts";
import { loadYear } from "../workspace/load.ts";
import { listYears, type Workspace } from "../workspace/workspace.ts";

interface Tools {
  readonly schema: YearSchema;
  readonly policy: Policy;
}

/** More years than this no chart shows, and no report compares. */
const mostYears = 12;

/** The years before one that have a data file, in order; what is wrong with them is told when they are checked themselves. */
export async function earlierYears(
  host: Host,
  workspace: Workspace,
  year: number,
  tools: Tools,
  known: ReadonlyMap<number, YearFigures> = new Map(),
): Promise<readonly EarlierYear[]> {
  const years = (await listYears(host, workspace)).filter((each) => each < year && each > year - mostYears);
  return Promise.all(years.map((each) => readYear(host, workspace, each, tools, known.get(each))));
}

async function readYear(
  host: Host,
  workspace: Workspace,
  year: number,
  { schema, policy }: Tools,
  known: YearFigures | undefined,
): Promise<EarlierYear> {
  const path = `data/${year}.yaml`;
  if (known) return { year, path, figures: known, fault: null };
  const file = await loadYear(host, workspace, year);
  const { value, diagnostics } = file.value
    ? toFigures(file.value, schema, year, policy)
    : { value: null, diagnostics: file.diagnostics };
  const fault = value ? null : diagnostics.find(({ severity }) => severity === "error")?.span;
  return { year, path, figures: value, fault: fault ?? null };
}
