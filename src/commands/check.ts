import { type Diagnostic, hasErrors, hasFaults, inOrder } from "../diagnostic/diagnostic.ts";
import { formatDiagnostics, type MachineFormat } from "../diagnostic/formats/formats.ts";
import { openWorkspace, type Workspace } from "../workspace/workspace.ts";
import { checkYears } from "./check-years.ts";
import { type Context, report, styleOf } from "./context.ts";
import { diffOf, mend, writeMended } from "./fix.ts";
import { watchWorkspace } from "./watch.ts";
import { chooseYears, type NamedYears, runsOf } from "./years.ts";

export interface CheckOptions {
  readonly format: "pretty" | MachineFormat;
  /** More warnings than this are a failure; null: any number passes. */
  readonly maxWarnings: number | null;
  /** Mends what is mechanical: `dry-run` only shows it. */
  readonly fix: "no" | "yes" | "dry-run";
  /** Checks again whenever a file that it read is saved, until it is stopped. */
  readonly watch: boolean;
}

/** `report check [years…]`: everything up to the filled Word template, nothing written. */
export async function check(
  context: Context,
  named: readonly NamedYears[],
  options: CheckOptions,
): Promise<number> {
  const opened = await openWorkspace(context.host, context.options.folder);
  const workspace = opened.value;
  if (!workspace) return tell(context, null, opened.diagnostics, options);
  if (!options.watch) return checkOnce(context, workspace, named, options);
  return watchWorkspace(context, workspace, (again, current) => checkOnce(again, current, named, options));
}

async function checkOnce(
  context: Context,
  workspace: Workspace,
  named: readonly NamedYears[],
  options: CheckOptions,
): Promise<number> {
  const { years, diagnostics: said } = await chooseYears(context.host, workspace, named, (all) => all);
  if (years.length === 0) return tell(context, workspace, said, options);
  const found = inOrder([...said, ...(await checkYears(context.host, workspace, years))]);
  if (options.fix === "dry-run") {
    for (const each of mend(found)) context.host.stdout(diffOf(each));
    return hasErrors(found) ? 1 : 0;
  }
  const diagnostics = options.fix === "yes" ? await fixAll(context, workspace, years, said, found) : found;
  const exitCode = tell(context, workspace, diagnostics, options);
  if (options.format === "pretty" && !hasFaults(diagnostics))
    context.host.stdout(`${allIsWell(context, years)}\n`);
  return exitCode;
}

/** Says what was found, to people or to a program, which is given a whole answer whatever was wrong; the exit code. */
export function tell(
  context: Context,
  workspace: Workspace | null,
  diagnostics: readonly Diagnostic[],
  { format, maxWarnings }: Pick<CheckOptions, "format" | "maxWarnings">,
): number {
  if (format === "pretty") report(context, workspace, diagnostics);
  else {
    const style = { ...styleOf(context, workspace), version: context.version };
    context.host.stdout(formatDiagnostics(diagnostics, format, style));
  }
  return hasErrors(diagnostics) || tooManyWarnings(context, diagnostics, maxWarnings) ? 1 : 0;
}

/** Fixes that overlapped others are made in the next round. */
const mostRounds = 5;

async function fixAll(
  context: Context,
  workspace: Workspace,
  years: readonly number[],
  said: readonly Diagnostic[],
  first: readonly Diagnostic[],
): Promise<readonly Diagnostic[]> {
  let diagnostics = first;
  for (let round = 0; round < mostRounds; round++) {
    const mended = mend(diagnostics);
    if (mended.length === 0) break;
    const failed = await writeMended(context, workspace, mended);
    if (failed) return [...diagnostics, failed];
    diagnostics = inOrder([...said, ...(await checkYears(context.host, workspace, years))]);
  }
  return diagnostics;
}

function tooManyWarnings(
  { host, options }: Context,
  diagnostics: readonly Diagnostic[],
  most: number | null,
): boolean {
  const count = diagnostics.filter(({ severity }) => severity === "warning").length;
  if (most === null || count <= most) return false;
  const zh = `report: 有 ${count} 个警告，超过 --max-warnings ${most}`;
  host.stderr(
    `${options.lang === "zh" ? zh : `report: more warnings (${count}) than --max-warnings ${most}`}\n`,
  );
  return true;
}

function allIsWell({ options }: Context, years: readonly number[]): string {
  return options.lang === "zh"
    ? `检查通过：${runsOf(years).join("、")}`
    : `no problems: ${runsOf(years).join(", ")}`;
}
