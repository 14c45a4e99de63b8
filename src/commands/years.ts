import { diagnostic } from "../diagnostic/diagnostic.ts";
import { listYears, type Workspace } from "../workspace/workspace.ts";
import { type Context, report } from "./context.ts";

/** The years that a command works on: those named, or what `otherwise` chooses from those at hand. */
export async function chooseYears(
  context: Context,
  workspace: Workspace,
  named: readonly number[],
  otherwise: (years: readonly number[]) => readonly number[],
): Promise<readonly number[]> {
  if (named.length > 0) return [...new Set(named)];
  const years = await listYears(context.host, workspace);
  if (years.length === 0) report(context, workspace, [diagnostic("no-years", null, { folder: "data" })]);
  return otherwise(years);
}
