import type { Cache } from "../cache.ts";
import { type Diagnostic, hasErrors, type Outcome } from "../diagnostic/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { keepPrograms, keptPrograms } from "./kept-programs.ts";
import { parseTemplate, type Template } from "./parse-template.ts";

/** The words of the report: the main template and its partials by name. */
export interface TemplateSet {
  readonly main: Template;
  readonly partials: ReadonlyMap<string, Template>;
  /** Texts of the Word template that the report is printed in. */
  readonly stories: readonly Template[];
  /** Names of partials that a Word template uses which this time is not printed. */
  readonly usedElsewhere: ReadonlySet<string>;
}

export interface TemplateFiles {
  readonly main: SourceFile;
  /** By name: `safety` is `partials/safety.hbs`. */
  readonly partials: ReadonlyMap<string, SourceFile>;
}

export function parseTemplates(
  { main: mainFile, partials: partialFiles }: TemplateFiles,
  cache: Cache | null = null,
): Outcome<TemplateSet> {
  const files = [mainFile, ...partialFiles.values()];
  const kept = cache && keptPrograms(files, cache);
  const diagnostics: Diagnostic[] = [];
  const parse = (name: string, file: SourceFile): Template | null => {
    const spanOf = (start: number, end: number): Span => ({ file, start, end });
    const program = kept?.[files.indexOf(file)];
    if (program) return { name, text: file, program, spanOf };
    const parsed = parseTemplate(name, file, spanOf);
    diagnostics.push(...parsed.diagnostics);
    return parsed.value;
  };
  const main = parse("report", mainFile);
  const partials = new Map<string, Template>();
  for (const [name, file] of partialFiles) {
    const partial = parse(name, file);
    if (partial) partials.set(name, partial);
  }
  if (!main || hasErrors(diagnostics)) return { value: null, diagnostics };
  const programs = [main, ...partials.values()].map(({ program }) => program);
  if (cache && !kept && diagnostics.length === 0) keepPrograms(files, programs, cache);
  return { value: { main, partials, stories: [], usedElsewhere: new Set() }, diagnostics };
}
