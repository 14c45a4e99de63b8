import { join, resolve } from "node:path";
import { figuresOf } from "../compare/earlier-year.ts";
import { type Diagnostic, diagnostic, hasErrors, type Outcome } from "../diagnostic/diagnostic.ts";
import type { Host, OutputFile } from "../host.ts";
import { againstLastYear, toDocument, toFigures } from "../pipeline.ts";
import type { Policy } from "../policy/policy.ts";
import type { Rendering, ReportFormat, WordTemplate } from "../render/render.ts";
import type { TemplateSet } from "../template/template-set.ts";
import type { YearSchema } from "../validate/year-schema.ts";
import { loadYear } from "../workspace/load.ts";
import { ledgersOf } from "../workspace/open-ledger.ts";
import { outputName } from "../workspace/output-name.ts";
import { type Workspace, withTemplate } from "../workspace/workspace.ts";
import { batchSummary } from "./batch-summary.ts";
import { type Context, report, workspaceOf } from "./context.ts";
import { Delivery, type WriteReport } from "./delivery.ts";
import { eachYear, type YearWork } from "./each-year.ts";
import { earlierYears, type KnownFigures, remember } from "./earlier-years.ts";
import { readInputs, readWord, withStories } from "./inputs.ts";
import { latest, lintWord } from "./lint-word.ts";
import { Progress } from "./progress.ts";
import { renderYear } from "./render-year.ts";
import { watchWorkspace } from "./watch.ts";
import { reportWriter } from "./write-report.ts";
import { chooseYears, type NamedYears } from "./years.ts";

export interface BuildOptions {
  readonly formats: readonly ReportFormat[];
  /** A folder, or a file where one file is written. */
  readonly out: string | null;
  /** The Word template, as a path from the current folder; null: the workspace's own, or the standard one. */
  readonly template: string | null;
  /** Every year that has a data file, where none is named; otherwise the latest. */
  readonly all: boolean;
  /** So many threads; null: as many as pay. */
  readonly jobs: number | null;
  /** Writes over Word files that were edited. */
  readonly force: boolean;
  /** Builds again whenever a file that it read is saved, until it is stopped. */
  readonly watch: boolean;
}

/** What a thread has to know to build reports. */
export interface BuildTask {
  readonly workspace: Workspace;
  readonly formats: readonly ReportFormat[];
}

interface Inputs {
  readonly schema: YearSchema;
  readonly templates: TemplateSet;
  readonly policy: Policy;
  readonly word: WordTemplate | null;
}

/** Exit code after Ctrl-C, as shells have it. */
const interrupted = 130;

/** `report build [years…]`: each report is computed whole before any file of it is written. */
export async function build(
  context: Context,
  named: readonly NamedYears[],
  options: BuildOptions,
): Promise<number> {
  const opened = await workspaceOf(context);
  if (!opened) return 1;
  const { host } = context;
  const { template } = options;
  const chosen = (workspace: Workspace): Workspace =>
    template === null ? workspace : withTemplate(host, workspace, template);
  const write = reportWriter(host, options);
  if (!options.watch) return buildOnce(context, chosen(opened), named, options, write);
  return watchWorkspace(context, opened, (again, current) =>
    buildOnce(again, chosen(current), named, options, write),
  );
}

async function buildOnce(
  context: Context,
  workspace: Workspace,
  named: readonly NamedYears[],
  options: BuildOptions,
  write: WriteReport,
): Promise<number> {
  const { host } = context;
  const { formats, all } = options;
  const chosen = await chooseYears(host, workspace, named, (years) => (all ? years : years.slice(-1)));
  const { years } = chosen;
  const misnamed = wrongOut(options, years.length * formats.length === 1);
  if (misnamed) {
    report(context, workspace, [misnamed]);
    return 2;
  }
  const { value: inputs, diagnostics } = await readAll(host, workspace, formats, years.at(-1));
  const known = [...chosen.diagnostics, ...diagnostics];
  if (!inputs || years.length === 0) {
    const files = await Promise.all(years.map((year) => loadYear(host, workspace, year)));
    report(context, workspace, [...known, ...files.flatMap((each) => each.diagnostics)]);
    return 1;
  }
  const delivery = await buildYears(context, workspace, years, inputs, options, write);
  const isFaulty = report(context, workspace, [...known, ...delivery.diagnostics]);
  delivery.printRest();
  const { lang } = context.options;
  if (!isFaulty && delivery.isNothingNew) host.stdout(`${nothingNew[lang]}\n`);
  else if (years.length > 1) host.stderr(`${batchSummary(delivery, lang)}\n`);
  if (delivery.undone.length > 0) return interrupted;
  return isFaulty ? 1 : 0;
}

const nothingNew = { zh: "报告没有变化，没有重写", en: "the report is unchanged, nothing written" } as const;

/** Builds all years, or as many as there are until Ctrl-C, and writes them as they come. */
async function buildYears(
  context: Context,
  workspace: Workspace,
  years: readonly number[],
  inputs: Inputs,
  { formats, out, jobs, watch }: BuildOptions,
  write: WriteReport,
): Promise<Delivery> {
  const { host } = context;
  const progress = new Progress(context, years.length);
  const delivery = new Delivery(context, years, progress, write);
  const stop = host.stop();
  const known: KnownFigures = new Map();
  const single = years.length * formats.length === 1;
  const task: BuildTask = { workspace, formats };
  const work: YearWork<Outcome<readonly Rendering[]>> = {
    here: (year) => buildYear(host, workspace, year, inputs, formats, known),
    // What a thread reads is not seen by who watches.
    task: watch ? null : task,
    take: (year, { value, diagnostics }) => {
      const files = value?.map((each) => outputFile(host, workspace, each, out, single)) ?? null;
      return delivery.take(year, { value: files, diagnostics });
    },
  };
  await eachYear(host, years, jobs, work, stop);
  if (!stop.isAsked()) await delivery.finish();
  stop.close();
  progress.end();
  return delivery;
}

export async function readAll(
  host: Host,
  workspace: Workspace,
  formats: readonly ReportFormat[],
  year: number = latest,
): Promise<Outcome<Inputs>> {
  const { schema, templates: texts, policy, diagnostics } = await readInputs(host, workspace);
  const word = await readWord(host, workspace);
  const isPrinted = formats.includes("docx");
  const templates = withStories(workspace, texts, word, isPrinted);
  // One that cannot be filled is told all its faults, as far as its tags can be read.
  const linted = word.template ? [] : lintWord(workspace, { schema, templates: texts }, word, year);
  const found = isPrinted ? [...diagnostics, ...word.diagnostics, ...linted] : diagnostics;
  const all = policy?.apply(found) ?? found;
  if (!schema || !templates || !policy || hasErrors(all)) return { value: null, diagnostics: all };
  return { value: { schema, templates, policy, word: isPrinted ? word.word : null }, diagnostics: all };
}

export async function buildYear(
  host: Host,
  workspace: Workspace,
  year: number,
  { schema, templates, policy, word }: Inputs,
  formats: readonly ReportFormat[],
  known: KnownFigures,
): Promise<Outcome<readonly Rendering[]>> {
  const { memory } = workspace;
  const file = await loadYear(host, workspace, year);
  if (!file.value) return { value: null, diagnostics: file.diagnostics };
  const earlier = await earlierYears(host, workspace, year, { schema, policy, templates }, known);
  const figures = await toFigures(file.value, schema, year, policy, ledgersOf(host, workspace), memory);
  if (figures.value) remember(known, year, figures.value, templates);
  const document = toDocument(figures, schema, templates, year, policy, earlier, memory);
  const last = figuresOf(earlier, year - 1);
  const contradictions = figures.value && last ? againstLastYear(figures.value, last, policy, memory) : [];
  const diagnostics = [...policy.apply(file.diagnostics), ...document.diagnostics, ...contradictions];
  if (!document.value || hasErrors(contradictions)) return { value: null, diagnostics };
  const rendered = renderYear(document.value, formats, word, memory);
  return { value: rendered.value, diagnostics: [...diagnostics, ...rendered.diagnostics] };
}

function outputFile(
  host: Host,
  workspace: Workspace,
  { title, format, bytes }: Rendering,
  out: string | null,
  single: boolean,
): OutputFile {
  const named = out !== null && single && out.toLowerCase().endsWith(`.${format}`);
  if (named) return { path: resolve(host.cwd, out), bytes };
  const folder = out === null ? join(workspace.root, "out") : resolve(host.cwd, out);
  return { path: join(folder, `${outputName(title)}.${format}`), bytes };
}

/** `--out` may name a file where exactly one of that format is written. */
function wrongOut({ out, formats }: BuildOptions, single: boolean): Diagnostic | null {
  const ending = out === null ? null : /\.(?:docx?|md|txt|pdf)$/i.exec(out)?.[0].toLowerCase();
  if (out === null || !ending) return null;
  if (!single) return diagnostic("out-needs-folder", null, { out });
  const endings = formats.map((format) => `.${format}`);
  return endings.includes(ending) ? null : diagnostic("out-other-format", null, { out, formats: endings });
}
