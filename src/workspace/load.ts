import { basename, dirname, join } from "node:path";
import { type Diagnostic, diagnostic, failed, hasErrors, type Outcome } from "../diagnostic/diagnostic.ts";
import type { Host } from "../host.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { TemplateFiles } from "../template/template-set.ts";
import { readConfigFile, readSource, readWordTemplate, workspacePath } from "./read-source.ts";
import { listYears, misnamedFiles, type Workspace } from "./workspace.ts";

/** The data file of a year. */
export async function loadYear(host: Host, workspace: Workspace, year: number): Promise<Outcome<SourceFile>> {
  const years = (await listYears(host, workspace)).map(String);
  const alike = years.includes(String(year)) ? [] : await misnamedFiles(host, workspace);
  const misnamed = alike.find((each) => each.year === year) ?? null;
  return readSource(host, workspace, join(workspace.root, "data", `${year}.yaml`), (path) =>
    diagnostic("year-file-missing", null, { path, years, misnamed }),
  );
}

/** The configuration of rules, `.report.yaml`; null where the workspace has none, or one that decides nothing. */
export async function loadConfig(host: Host, workspace: Workspace): Promise<Outcome<SourceFile> | null> {
  const names = (await host.list(workspace.root)) ?? [];
  if (!names.includes(".report.yaml")) return null;
  const config = await readConfigFile(host, workspace);
  return isEmpty(config) ? null : config;
}

/** All of it may be commented out. */
function isEmpty({ value, diagnostics }: Outcome<SourceFile>): boolean {
  if (!value) return diagnostics.every(({ code }) => code === "file-empty");
  return diagnostics.length === 0 && value.text.split("\n").every((line) => /^\s*(?:#|$)/.test(line));
}

export interface SchemaFiles {
  readonly main: SourceFile;
  readonly others: readonly SourceFile[];
}

export async function loadSchemas(host: Host, workspace: Workspace): Promise<Outcome<SchemaFiles>> {
  const missing = (path: string): Diagnostic => diagnostic("schema-missing", null, { path });
  const names = ((await host.list(workspace.schemas)) ?? []).filter((name) => /\.json$/.test(name));
  const others = names.filter((name) => name !== "year.schema.json");
  const read = await Promise.all(
    ["year.schema.json", ...others].map((name) =>
      readSource(host, workspace, join(workspace.schemas, name), missing),
    ),
  );
  const diagnostics = read.flatMap((each) => each.diagnostics);
  const [main, ...rest] = read.flatMap((each) => each.value ?? []);
  return { value: main && !hasErrors(diagnostics) ? { main, others: rest } : null, diagnostics };
}

export async function loadTemplates(host: Host, workspace: Workspace): Promise<Outcome<TemplateFiles>> {
  const missing = (path: string): Diagnostic => diagnostic("template-missing", null, { path });
  const folder = join(workspace.templates, "partials");
  const names = ((await host.list(folder)) ?? []).filter((name) => /\.hbs$/.test(name));
  const main = await readSource(host, workspace, join(workspace.templates, "report.hbs"), missing);
  const partials = await Promise.all(
    names.map((name) => readSource(host, workspace, join(folder, name), missing)),
  );
  const diagnostics = [main, ...partials].flatMap((each) => each.diagnostics);
  if (!main.value || hasErrors(diagnostics)) return { value: null, diagnostics };
  const byName = partials.flatMap(({ value }, index): [string, SourceFile][] =>
    value ? [[(names[index] ?? "").replace(/\.hbs$/, ""), value]] : [],
  );
  return { value: { main: main.value, partials: new Map(byName) }, diagnostics };
}

export interface WordFile {
  /** What it is called in diagnostics. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The folder of the files that are shipped with the program. */
  readonly shipped: string;
}

/** The Word template: the one that was chosen, or the standard one. */
export async function loadWordTemplate(host: Host, workspace: Workspace): Promise<Outcome<WordFile>> {
  const { wordTemplate: chosen } = workspace;
  const path = chosen ? await firstThere(host, chosen.paths) : join(workspace.templates, "standard.docx");
  const name = path === null ? (chosen?.name ?? "") : workspacePath(workspace, path);
  if (path === null) return failed(missingTemplate(chosen?.paths.length ?? 0, name, chosen?.span ?? null));
  const read = await readWordTemplate(host, workspace, path);
  return {
    value: read.value && { name, bytes: read.value, shipped: host.shipped },
    diagnostics: read.diagnostics,
  };
}

/** A path that leads out of the workspace is none. */
function missingTemplate(places: number, path: string, span: Span | null): Diagnostic {
  if (places === 0) return diagnostic("file-unreadable", span, { path, reason: "outside" });
  return diagnostic("word-template-missing", span, { path });
}

/** The first of some absolute paths that is there. */
export async function firstThere(host: Host, paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    const names = await host.list(dirname(path));
    if (names?.includes(basename(path))) return path;
  }
  return null;
}
