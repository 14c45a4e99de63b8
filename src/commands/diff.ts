import { dirname, resolve } from "node:path";
import type { YearFigures } from "../aggregate/year-figures.ts";
import { suggest } from "../catalogue/suggest.ts";
import { type Difference, differences, isDifferent } from "../compare/differences.ts";
import { type Diagnostic, diagnostic, failed, type Outcome } from "../diagnostic/diagnostic.ts";
import type { Host } from "../host.ts";
import { child } from "../parse/data-node.ts";
import { parseYaml } from "../parse/parse-yaml.ts";
import { toFigures } from "../pipeline.ts";
import { csv } from "../render/diff/csv.ts";
import type { DiffView } from "../render/diff/diff-view.ts";
import { html } from "../render/diff/html.ts";
import { json } from "../render/diff/json.ts";
import { markdown } from "../render/diff/markdown.ts";
import { table } from "../render/diff/table.ts";
import type { SourceFile } from "../source/source-file.ts";
import { atRevision } from "../workspace/at-revision.ts";
import { loadYear } from "../workspace/load.ts";
import { ledgersOf } from "../workspace/open-ledger.ts";
import { readSource } from "../workspace/read-source.ts";
import { listYears, type Workspace } from "../workspace/workspace.ts";
import { type Context, report, styleOf, workspaceOf } from "./context.ts";
import { readPolicy, readSchema } from "./inputs.ts";

export type DiffFormat = "table" | "md" | "json" | "csv" | "html";

export interface DiffOptions {
  readonly format: DiffFormat;
  /** Compare with this revision of the repository. */
  readonly since: string | null;
  /** Exit with 1 where there is a difference, as git has it. */
  readonly exitCode: boolean;
  /** Groups and indicators; none: all. */
  readonly only: readonly string[];
}

/** `report diff`: two years, two files, or a year and what it was at a revision. */
export async function diff(
  context: Context,
  sides: readonly string[],
  options: DiffOptions,
): Promise<number> {
  const workspace = await workspaceOf(context);
  if (!workspace) return 1;
  const { host } = context;
  const pair =
    options.since === null
      ? await twoSides(host, workspace, sides)
      : await sinceRevision(host, workspace, sides, options.since);
  // What is only remarkable is told by `check`.
  const faults = pair.diagnostics.filter(({ severity }) => severity === "error");
  if (!pair.value) {
    report(context, workspace, faults);
    return 1;
  }
  const { from, to } = pair.value;
  const all = differences(from.figures, to.figures);
  const unknown = options.only.flatMap((name) => unknownName(name, all, to.figures));
  if (report(context, workspace, unknown)) return 1;
  const entries = all
    .filter((each) => options.only.length === 0 || options.only.some((name) => isNamed(each, name)))
    .filter((each) => options.since === null || isDifferent(each));
  print(context, workspace, { from: from.name, to: to.name, entries }, options.format);
  return options.exitCode && entries.some(isDifferent) ? 1 : 0;
}

interface Side {
  readonly name: string;
  readonly figures: YearFigures;
}

type Pair = Outcome<{ readonly from: Side; readonly to: Side }>;

function paired(from: Outcome<Side>, to: Outcome<Side>): Pair {
  const diagnostics = [...from.diagnostics, ...to.diagnostics];
  return { value: from.value && to.value && { from: from.value, to: to.value }, diagnostics };
}

/** One year is compared with the one before; none: the last two. */
async function twoSides(host: Host, workspace: Workspace, sides: readonly string[]): Promise<Pair> {
  const [first, second] = sides;
  if (first !== undefined && second !== undefined)
    return paired(await sideOf(host, workspace, first), await sideOf(host, workspace, second));
  const years = await listYears(host, workspace);
  const to = first === undefined ? years.at(-1) : yearOf(first);
  const from = to === null ? undefined : years.filter((year) => year < (to ?? 0)).at(-1);
  if (to === undefined || to === null || from === undefined)
    return failed(diagnostic("diff-one-year", null, { years: to ? [to] : years }));
  return paired(await sideOf(host, workspace, String(from)), await sideOf(host, workspace, String(to)));
}

async function sinceRevision(
  host: Host,
  workspace: Workspace,
  sides: readonly string[],
  revision: string,
): Promise<Pair> {
  const years = await listYears(host, workspace);
  const year = sides[0] ?? String(years.at(-1) ?? "");
  const past = await atRevision(host, workspace, revision);
  if (!past.value) return failed(...past.diagnostics);
  const before = await sideOf(past.value.host, past.value.workspace, year, `${revision}:`);
  const now = await sideOf(host, workspace, year);
  const named = (side: Outcome<Side>, name: string): Outcome<Side> => ({
    ...side,
    value: side.value && { ...side.value, name },
  });
  return paired(named(before, revision), named(now, year));
}

export function yearOf(text: string): number | null {
  return /^(?:19|20|21)\d\d$/.test(text) ? Number(text) : null;
}

/** A year of the workspace, or a file of data. */
async function sideOf(
  host: Host,
  workspace: Workspace,
  name: string,
  label: string = "",
): Promise<Outcome<Side>> {
  const year = yearOf(name);
  const read = year === null ? await readFile(host, workspace, name) : await loadYear(host, workspace, year);
  const file = { ...read, value: read.value && { ...read.value, path: label + read.value.path } };
  if (!file.value) return failed(...file.diagnostics);
  const stated = year ?? statedYear(file.value);
  if (stated === null) return failed(diagnostic("diff-year-missing", null, { path: name }));
  const schema = await readSchema(host, workspace);
  const policy = await readPolicy(host, workspace);
  const diagnostics: Diagnostic[] = [...schema.diagnostics, ...policy.diagnostics];
  if (!schema.value || !policy.value) return { value: null, diagnostics };
  const ledgers = ledgersOf(host, workspace);
  const made = await toFigures(file.value, schema.value, stated, policy.value, ledgers);
  return {
    value: made.value && { name, figures: made.value },
    diagnostics: [...diagnostics, ...made.diagnostics],
  };
}

async function readFile(host: Host, workspace: Workspace, name: string): Promise<Outcome<SourceFile>> {
  const path = resolve(host.cwd, name);
  const around = { ...workspace, root: dirname(path) };
  const read = await readSource(host, around, path, () => diagnostic("file-missing", null, { path: name }));
  return { ...read, value: read.value && { ...read.value, path: name } };
}

function statedYear(file: SourceFile): number | null {
  const { value } = parseYaml(file);
  const node = value ? child(value.root, "year") : undefined;
  return node?.kind === "scalar" ? yearOf(node.text) : null;
}

function isNamed({ indicator }: Difference, name: string): boolean {
  return indicator.id === name || indicator.id.startsWith(`${name}.`);
}

function unknownName(name: string, all: readonly Difference[], { data }: YearFigures): readonly Diagnostic[] {
  const ids = [...data.catalogue.indicators.keys(), ...all.map(({ indicator }) => indicator.id)];
  if (ids.some((id) => id === name || id.startsWith(`${name}.`))) return [];
  const suggestion = suggest(name, [...data.catalogue.groups.keys(), ...ids]);
  return [diagnostic("diff-only-unknown", null, { name, suggestion })];
}

function print(context: Context, workspace: Workspace, view: DiffView, format: DiffFormat): void {
  const { host, options } = context;
  const { lang } = options;
  if (format === "json") host.stdout(json(view));
  else if (view.entries.length === 0 && format === "table")
    host.stdout(
      lang === "zh" ? `${view.from} 与 ${view.to} 没有差别\n` : `no differences: ${view.from}, ${view.to}\n`,
    );
  else if (format === "csv") host.stdout(csv(view, lang));
  else if (format === "html") host.stdout(html(view, lang));
  else if (format === "md") host.stdout(markdown(view, lang));
  else {
    const { color } = styleOf(context, workspace);
    host.stdout(table(view, { lang, color, columns: host.terminal?.columns ?? null }));
  }
}
