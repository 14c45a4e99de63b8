import type { YearFigures } from "../aggregate/year-figures.ts";
import type { EarlierYear } from "../compare/earlier-year.ts";
import type { Host } from "../host.ts";
import type { OpenLedger } from "../ledger/query.ts";
import { toFigures } from "../pipeline.ts";
import type { Policy } from "../policy/policy.ts";
import type { TemplateSet } from "../template/template-set.ts";
import type { YearSchema } from "../validate/compile-schema.ts";
import { loadYear } from "../workspace/load.ts";
import { listYears, type Workspace } from "../workspace/workspace.ts";

interface Tools {
  readonly schema: YearSchema;
  readonly policy: Policy;
  readonly templates: TemplateSet | null;
  readonly ledgers: OpenLedger;
}

/** More years than this no chart shows. */
const mostYears = 12;

/**
 * The years before one that have a data file and that its report speaks of, in order: the last one, and for charts
 * those before. What is wrong with them is told when they are checked themselves.
 */
export async function earlierYears(
  host: Host,
  workspace: Workspace,
  year: number,
  tools: Tools,
  known: ReadonlyMap<number, YearFigures> = new Map(),
): Promise<readonly EarlierYear[]> {
  const first = drawsCharts(tools.templates) ? year - mostYears + 1 : year - 1;
  const years = (await listYears(host, workspace)).filter((each) => each < year && each >= first);
  const read: EarlierYear[] = [];
  for (const each of years) read.push(await readYear(host, workspace, each, tools, known.get(each)));
  return read;
}

/** Ledgers are long: those of years that no chart shows are not read. */
function drawsCharts(templates: TemplateSet | null): boolean {
  const all = templates ? [templates.main, ...templates.partials.values()] : [];
  return all.some(({ text }) => /\{\{[~{&\s]*chart\s/.test(text.text));
}

async function readYear(
  host: Host,
  workspace: Workspace,
  year: number,
  { schema, policy, ledgers }: Tools,
  known: YearFigures | undefined,
): Promise<EarlierYear> {
  const path = `data/${year}.yaml`;
  if (known) return { year, path, figures: known, fault: null };
  const file = await loadYear(host, workspace, year);
  const { value, diagnostics } = file.value
    ? await toFigures(file.value, schema, year, policy, ledgers)
    : { value: null, diagnostics: file.diagnostics };
  const fault = value ? null : diagnostics.find(({ severity }) => severity === "error")?.span;
  return { year, path, figures: value, fault: fault ?? null };
}
