import type { YearFigures } from "../aggregate/year-figures.ts";
import type { EarlierYear } from "../compare/earlier-year.ts";
import type { Host } from "../host.ts";
import { recall } from "../memory.ts";
import { toFigures } from "../pipeline.ts";
import type { Policy } from "../policy/policy.ts";
import type { Span } from "../source/source-file.ts";
import type { TemplateSet } from "../template/template-set.ts";
import type { YearSchema } from "../validate/year-schema.ts";
import { loadYear } from "../workspace/load.ts";
import { ledgersOf } from "../workspace/open-ledger.ts";
import { listYears, type Workspace } from "../workspace/workspace.ts";

interface Tools {
  readonly schema: YearSchema;
  readonly policy: Policy;
  readonly templates: TemplateSet | null;
}

/** The years of a chart; without one, a report looks at last year only. */
const mostYears = 12;

/** Figures of years that a command has come by, so that the next report need not read them again. */
export type KnownFigures = Map<number, YearFigures>;

/** A command may go through hundreds of years: only as many are kept as the next report looks at. */
export function remember(
  known: KnownFigures,
  year: number,
  figures: YearFigures,
  templates: TemplateSet | null,
): void {
  known.delete(year);
  known.set(year, figures);
  const most = reachOf(templates);
  for (const oldest of known.keys()) if (known.size > most) known.delete(oldest);
}

/**
 * The years before one that its report looks at, as far as they have a data file, in order. What is wrong with them is
 * told when they are checked themselves.
 */
export async function earlierYears(
  host: Host,
  workspace: Workspace,
  year: number,
  tools: Tools,
  known: KnownFigures = new Map(),
): Promise<readonly EarlierYear[]> {
  const reach = reachOf(tools.templates);
  const years = (await listYears(host, workspace)).filter((each) => each < year && each > year - reach);
  const read: EarlierYear[] = [];
  // One after the other: a year may rest on long ledgers.
  for (const each of years) read.push(await readYear(host, workspace, each, tools, known));
  return read;
}

/** The years that a report speaks of, its own among them. */
export function reachOf(templates: TemplateSet | null): number {
  const all = templates ? [templates.main, ...templates.partials.values()] : [];
  return all.some(({ text }) => text.text.includes("chart")) ? mostYears : 2;
}

async function readYear(
  host: Host,
  workspace: Workspace,
  year: number,
  { schema, policy, templates }: Tools,
  known: KnownFigures,
): Promise<EarlierYear> {
  const path = `data/${year}.yaml`;
  const before = known.get(year);
  if (before) return recall(workspace.memory, earlierYear, year, path, before, null);
  const file = await loadYear(host, workspace, year);
  const { value, diagnostics } = file.value
    ? await toFigures(file.value, schema, year, policy, ledgersOf(host, workspace), workspace.memory)
    : { value: null, diagnostics: file.diagnostics };
  if (value) remember(known, year, value, templates);
  const fault = value ? null : diagnostics.find(({ severity }) => severity === "error")?.span;
  return recall(workspace.memory, earlierYear, year, path, value, fault ?? null);
}

function earlierYear(
  year: number,
  path: string,
  figures: YearFigures | null,
  fault: Span | null,
): EarlierYear {
  return { year, path, figures, fault };
}
