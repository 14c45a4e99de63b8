import type { By } from "../aggregate/breakdown.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import { addAll, type Diagnostic } from "../diagnostic/diagnostic.ts";
import { toFigures } from "../pipeline.ts";
import { csv } from "../render/figures/csv.ts";
import { json } from "../render/figures/json.ts";
import { markdown } from "../render/figures/markdown.ts";
import { table } from "../render/figures/table.ts";
import { loadYear } from "../workspace/load.ts";
import { ledgersOf } from "../workspace/open-ledger.ts";
import { type Context, report, workspaceOf } from "./context.ts";
import { readPolicy, readSchema } from "./inputs.ts";
import { chooseYears, type NamedYears } from "./years.ts";

export type FiguresFormat = "table" | "json" | "csv" | "md";

/** `report figures [years…]`: the figures of the years, totals included, to stdout. */
export async function figures(
  context: Context,
  named: readonly NamedYears[],
  format: FiguresFormat,
  by: By | null,
): Promise<number> {
  const { host, options } = context;
  const workspace = await workspaceOf(context);
  if (!workspace) return 1;
  const { years, diagnostics: said } = await chooseYears(host, workspace, named, (all) => all);
  const schema = await readSchema(host, workspace);
  const policy = await readPolicy(host, workspace);
  const diagnostics: Diagnostic[] = [...said, ...policy.diagnostics, ...schema.diagnostics];
  const results: YearFigures[] = [];
  for (const year of years) {
    const file = await loadYear(host, workspace, year);
    addAll(diagnostics, policy.value?.apply(file.diagnostics) ?? file.diagnostics);
    if (!file.value || !schema.value || !policy.value) continue;
    const ledgers = ledgersOf(host, workspace);
    const made = await toFigures(file.value, schema.value, year, policy.value, ledgers);
    addAll(diagnostics, made.diagnostics);
    if (made.value) results.push(made.value);
  }
  if (report(context, workspace, diagnostics) || results.length === 0) return 1;
  const single = named.length === 1 && typeof named[0] === "number";
  if (format === "json") host.stdout(json(results, single, by));
  else if (format === "csv") host.stdout(csv(results, by, options.lang));
  else host.stdout(format === "md" ? markdown(results, by, options.lang) : table(results, by, options.lang));
  return 0;
}
