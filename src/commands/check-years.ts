import { addAll, type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import type { Host } from "../host.ts";
import type { Policy } from "../policy/policy.ts";
import type { NumbersMet } from "../rules/allowed-numbers.ts";
import { loadConfig } from "../workspace/load.ts";
import { listYears, type Workspace } from "../workspace/workspace.ts";
import type { YearChecker } from "./check-year.ts";
import { SaidBefore } from "./said-before.ts";

/** All that there is to say about some years, each beside the one before. What checks them is loaded when it is needed. */
export async function checkYears(
  host: Host,
  workspace: Workspace,
  years: readonly number[],
): Promise<readonly Diagnostic[]> {
  const before = SaidBefore.of(host, workspace);
  const found: Diagnostic[] = [];
  const numbers: NumbersMet[] = [];
  let checker: YearChecker | null = null;
  for (const year of years) {
    const known = (await before?.about(year)) ?? null;
    if (known) {
      addAll(found, known.diagnostics);
      numbers.push(known.numbers);
      continue;
    }
    checker ??= await (await import("./check-year.ts")).openChecker(before?.host ?? host, workspace);
    const said = await checker.check(year);
    addAll(found, said.diagnostics);
    await before?.note(year, said.isWhole ? said : null, checker.reach);
  }
  before?.keep();
  const all = [...(checker?.faults ?? []), ...found].filter((each) => !isToldOf(each, years));
  return withLeftOvers(host, workspace, years, all, checker, numbers);
}

/** What is wrong with another year is told there, where it is checked as well. */
function isToldOf({ code, facts }: Diagnostic, years: readonly number[]): boolean {
  return code === "earlier-year-unusable" && years.includes(facts.year);
}

/** What a broken input kept from being checked may be what an ignore is for. */
async function withLeftOvers(
  host: Host,
  workspace: Workspace,
  years: readonly number[],
  diagnostics: readonly Diagnostic[],
  checker: YearChecker | null,
  numbers: readonly NumbersMet[],
): Promise<readonly Diagnostic[]> {
  if (hasErrors(diagnostics)) return diagnostics;
  const policy = checker ? checker.policy : await configuredPolicy(host, workspace);
  if (!policy) return diagnostics;
  for (const each of numbers) policy.numbers.addPlaces(each);
  const whole = (await listYears(host, workspace)).every((year) => years.includes(year));
  const unused = whole ? policy.apply(policy.numbers.unused()) : [];
  return [...diagnostics, ...policy.leftOver(checker?.files ?? []), ...unused];
}

/** Null where the workspace decides nothing. */
async function configuredPolicy(host: Host, workspace: Workspace): Promise<Policy | null> {
  if (!(await loadConfig(host, workspace))) return null;
  const { readPolicy } = await import("./inputs.ts");
  return (await readPolicy(host, workspace)).value;
}
