import { join, sep } from "node:path";
import type { YearFigures } from "../aggregate/year-figures.ts";
import { type Diagnostic, diagnostic, hasErrors, type Outcome } from "../diagnostic/diagnostic.ts";
import type { BuiltReport } from "../document/record.ts";
import type { Host } from "../host.ts";
import { toDocument, toFigures } from "../pipeline.ts";
import { writtenIn } from "../render/render.ts";
import type { SourceFile } from "../source/source-file.ts";
import { loadYear } from "../workspace/load.ts";
import { ledgersOf } from "../workspace/open-ledger.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { readAll } from "./build.ts";
import { earlierYears } from "./earlier-years.ts";

/** A year's report, built in memory as `build` would. */
export interface Rebuilt {
  readonly figures: YearFigures;
  readonly report: BuiltReport;
  /** The data file and the templates that it was built from. */
  readonly files: readonly SourceFile[];
}

/** With `file` in place of the year's data file, where it is given. */
export async function rebuild(
  host: Host,
  workspace: Workspace,
  year: number,
  file: SourceFile | null = null,
): Promise<Outcome<Rebuilt>> {
  const { value: inputs, diagnostics } = await readAll(host, workspace, ["docx"]);
  const loaded = file ? { value: file, diagnostics: [] } : await loadYear(host, workspace, year);
  const known = [...diagnostics, ...loaded.diagnostics];
  if (!inputs || !loaded.value) return { value: null, diagnostics: known };
  const { schema, templates, policy, word } = inputs;
  const earlier = await earlierYears(host, workspace, year, { schema, policy, templates });
  const figures = await toFigures(loaded.value, schema, year, policy, ledgersOf(host, workspace));
  const document = toDocument(figures, schema, templates, year, policy, earlier);
  const found: readonly Diagnostic[] = [...known, ...document.diagnostics];
  if (!document.value || !figures.value || hasErrors(found)) return { value: null, diagnostics: found };
  if (!word) return { value: null, diagnostics: found };
  const { value: report, diagnostics: more } = writtenIn(document.value, word);
  const all = [...found, ...more];
  if (!report) return { value: null, diagnostics: all };
  const texts = [templates.main, ...templates.partials.values()].map(({ text }) => text);
  const files = [loaded.value, ...texts.map((each) => asRecorded(each, host))];
  return { value: { figures: figures.value, report, files }, diagnostics: all };
}

/** The record calls shipped files as a workspace would. */
function asRecorded(file: SourceFile, { shipped }: Host): SourceFile {
  const folder = join(shipped, sep);
  if (!file.path.startsWith(folder)) return file;
  return { ...file, path: file.path.slice(folder.length).split(sep).join("/") };
}

/** What is wrong with a report, for those who do not ask what could be better. */
export function errorsOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === "error");
}

export function unsafe(path: string): Diagnostic {
  return diagnostic("pull-unsafe", null, { path });
}
