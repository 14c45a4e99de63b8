import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { toDocument, toFigures } from "../pipeline.ts";
import { loadYear } from "../workspace/load.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type Context, report, workspaceOf } from "./context.ts";
import { readInputs } from "./inputs.ts";
import { chooseYears } from "./years.ts";

/** `report check [years…]`: everything up to the document, nothing written. */
export async function check(context: Context, named: readonly number[]): Promise<number> {
  const workspace = await workspaceOf(context);
  if (!workspace) return 1;
  const years = await chooseYears(context, workspace, named, (all) => all);
  if (years.length === 0) return 1;
  const diagnostics = await checkYears(context, workspace, years);
  if (report(context, workspace, diagnostics)) return 1;
  if (diagnostics.length === 0) context.host.stdout(`${allIsWell(context, years)}\n`);
  return 0;
}

async function checkYears(
  { host }: Context,
  workspace: Workspace,
  years: readonly number[],
): Promise<readonly Diagnostic[]> {
  const { schema, templates, diagnostics: faults } = await readInputs(host, workspace);
  const diagnostics = [...faults];
  for (const year of years) {
    const file = await loadYear(host, workspace, year);
    diagnostics.push(...file.diagnostics);
    if (!file.value || !schema) continue;
    const checked = templates
      ? toDocument(file.value, schema, templates, year)
      : toFigures(file.value, schema, year);
    diagnostics.push(...checked.diagnostics);
  }
  return diagnostics;
}

function allIsWell({ options }: Context, years: readonly number[]): string {
  return options.lang === "zh" ? `检查通过：${years.join("、")}` : `no problems: ${years.join(", ")}`;
}
