import { join, resolve } from "node:path";
import { figuresOf } from "../compare/earlier-year.ts";
import { addAll, type Diagnostic, diagnostic, hasErrors, type Outcome } from "../diagnostic/diagnostic.ts";
import { printable } from "../diagnostic/printable.ts";
import type { OutputFile } from "../host.ts";
import { againstLastYear, toDocument, toFigures } from "../pipeline.ts";
import type { Policy } from "../policy/policy.ts";
import { type Rendering, type ReportFormat, render } from "../render/render.ts";
import type { TemplateSet } from "../template/template-set.ts";
import type { YearSchema } from "../validate/compile-schema.ts";
import { loadYear, wordTemplatePath } from "../workspace/load.ts";
import { ledgersOf } from "../workspace/open-ledger.ts";
import { outputName } from "../workspace/output-name.ts";
import { readWordTemplate } from "../workspace/read-source.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type Context, report, shownPath, workspaceOf } from "./context.ts";
import { earlierYears } from "./earlier-years.ts";
import { readInputs } from "./inputs.ts";
import { chooseYears } from "./years.ts";

export interface BuildOptions {
  readonly formats: readonly ReportFormat[];
  /** A folder, or a file where one file is written. */
  readonly out: string | null;
}

interface Inputs {
  readonly schema: YearSchema;
  readonly templates: TemplateSet;
  readonly policy: Policy;
  readonly word: { readonly name: string; readonly bytes: Uint8Array } | null;
}

/** `report build [years…]`: each report is computed whole before any file of it is written. */
export async function build(
  context: Context,
  named: readonly number[],
  options: BuildOptions,
): Promise<number> {
  const workspace = await workspaceOf(context);
  if (!workspace) return 1;
  const years = await chooseYears(context, workspace, named, (all) => all.slice(-1));
  const single = years.length * options.formats.length === 1;
  const misnamed = wrongOut(options, single);
  if (misnamed) {
    report(context, workspace, [misnamed]);
    return 2;
  }
  const inputs = await readAll(context, workspace, options.formats);
  if (!inputs.value) {
    const files = await Promise.all(years.map((year) => loadYear(context.host, workspace, year)));
    report(context, workspace, [...inputs.diagnostics, ...files.flatMap((each) => each.diagnostics)]);
    return 1;
  }
  const written = new Set<string>();
  const diagnostics: Diagnostic[] = [...inputs.diagnostics];
  const paths: string[] = [];
  for (const year of years) {
    const made = await buildYear(context, workspace, year, inputs.value, options.formats);
    addAll(diagnostics, made.diagnostics);
    if (!made.value) continue;
    const files = made.value.map((each) => outputFile(context, workspace, each, options.out, single));
    const fault = await writeOnce(context, files, written);
    if (fault) diagnostics.push(fault);
    else paths.push(...files.map(({ path }) => shownPath(context.host, path)));
  }
  const failed = report(context, workspace, diagnostics);
  for (const path of paths) context.host.stdout(`${printable(path)}\n`);
  return failed || years.length === 0 ? 1 : 0;
}

async function readAll(
  { host }: Context,
  workspace: Workspace,
  formats: readonly ReportFormat[],
): Promise<Outcome<Inputs>> {
  const { schema, templates, policy, diagnostics } = await readInputs(host, workspace);
  const { path, name } = wordTemplatePath(workspace);
  const word = formats.includes("docx") ? await readWordTemplate(host, workspace, path) : null;
  const all = [...diagnostics, ...(word?.diagnostics ?? [])];
  if (!schema || !templates || !policy || hasErrors(all)) return { value: null, diagnostics: all };
  return {
    value: { schema, templates, policy, word: word?.value ? { name, bytes: word.value } : null },
    diagnostics: all,
  };
}

async function buildYear(
  { host }: Context,
  workspace: Workspace,
  year: number,
  { schema, templates, policy, word }: Inputs,
  formats: readonly ReportFormat[],
): Promise<Outcome<readonly Rendering[]>> {
  const file = await loadYear(host, workspace, year);
  if (!file.value) return { value: null, diagnostics: file.diagnostics };
  const earlier = await earlierYears(host, workspace, year, { schema, policy, templates });
  const figures = await toFigures(file.value, schema, year, policy, ledgersOf(host, workspace));
  const document = toDocument(figures, schema, templates, year, policy, earlier);
  const last = figuresOf(earlier, year - 1);
  const contradictions = figures.value && last ? againstLastYear(figures.value, last, policy) : [];
  const diagnostics = [...policy.apply(file.diagnostics), ...document.diagnostics, ...contradictions];
  if (!document.value || hasErrors(contradictions)) return { value: null, diagnostics };
  const rendered = render(document.value, formats, word);
  return { value: rendered.value, diagnostics: [...diagnostics, ...rendered.diagnostics] };
}

function outputFile(
  { host }: Context,
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

async function writeOnce(
  { host }: Context,
  files: readonly OutputFile[],
  written: Set<string>,
): Promise<Diagnostic | null> {
  const twice = files.find(({ path }) => written.has(path.toLowerCase()));
  if (twice) return diagnostic("output-collision", null, { path: shownPath(host, twice.path) });
  for (const { path } of files) written.add(path.toLowerCase());
  const failure = await host.write(files);
  if (!failure) return null;
  const { path, reason, detail } = failure;
  return diagnostic("output-unwritable", null, { path: shownPath(host, path), reason, detail });
}
