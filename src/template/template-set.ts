import { type Diagnostic, hasErrors, type Outcome } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
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

export function parseTemplates(files: TemplateFiles): Outcome<TemplateSet> {
  const diagnostics: Diagnostic[] = [];
  const parse = (name: string, file: SourceFile): Template | null => {
    const parsed = parseTemplate(name, file, (start, end) => ({ file, start, end }));
    diagnostics.push(...parsed.diagnostics);
    return parsed.value;
  };
  const main = parse("report", files.main);
  const partials = new Map<string, Template>();
  for (const [name, file] of files.partials) {
    const partial = parse(name, file);
    if (partial) partials.set(name, partial);
  }
  const set = main && { main, partials, stories: [], usedElsewhere: new Set<string>() };
  return { value: set && !hasErrors(diagnostics) ? set : null, diagnostics };
}
