/**
 * The stages, in one direction. Each gives an outcome: a value or null, and all that it has to say.
 *
 *   parse      SourceFile                   → YamlSource
 *   validate   YamlSource × YearSchema      → YearData
 *   aggregate  YearData                     → YearFigures
 *   compose    YearFigures × TemplateSet    → Document
 *   render     Document × Word template     → Rendering[]
 *   write      OutputFile[]                 → disk, all or none (by the host)
 */
import { aggregate } from "./aggregate/aggregate.ts";
import type { YearFigures } from "./aggregate/year-figures.ts";
import { compareYears } from "./compare/compare-years.ts";
import { andThen, type Diagnostic, hasErrors, type Outcome } from "./diagnostic/diagnostic.ts";
import { compose } from "./document/compose.ts";
import type { Document } from "./document/document.ts";
import { parseYaml } from "./parse/parse-yaml.ts";
import type { Policy } from "./policy/policy.ts";
import { checkDocument } from "./rules/check-document.ts";
import type { SourceFile } from "./source/source-file.ts";
import { lintTemplates } from "./template/lint-templates.ts";
import type { TemplateSet } from "./template/template-set.ts";
import type { YearSchema } from "./validate/compile-schema.ts";
import { validate } from "./validate/validate.ts";

/** From a year's file to its figures. */
export function toFigures(
  file: SourceFile,
  schema: YearSchema,
  year: number,
  policy: Policy,
): Outcome<YearFigures> {
  const data = andThen(parseYaml(file), (source) => validate(source, schema, year));
  return decided(andThen(data, aggregate), policy);
}

/** What is remarkable about a year beside the one before; what is wrong with that year is told when it is checked itself. */
export function besideLastYear(
  now: YearFigures,
  last: Outcome<YearFigures>,
  policy: Policy,
): readonly Diagnostic[] {
  return last.value ? policy.apply(compareYears(now, last.value)) : [];
}

/** From a year's file to the document, held against the rules of sense and language. */
export function toDocument(
  file: SourceFile,
  schema: YearSchema,
  templates: TemplateSet,
  year: number,
  policy: Policy,
): Outcome<Document> {
  const figures = toFigures(file, schema, year, policy);
  if (!figures.value)
    return {
      value: null,
      diagnostics: [...figures.diagnostics, ...lintAlone(schema, templates, year, policy)],
    };
  return andThen(figures, (made) => {
    const { value, diagnostics } = compose(made, templates);
    const found = value ? checkDocument(value, made) : [];
    return decided({ value, diagnostics: [...diagnostics, ...found] }, policy);
  });
}

/** What is wrong with the templates whatever the data says: told at once with the faults of the data. */
function lintAlone(
  schema: YearSchema,
  templates: TemplateSet,
  year: number,
  policy: Policy,
): readonly Diagnostic[] {
  const { diagnostics } = lintTemplates(templates, schema.source.root, schema.catalogue, year, null);
  return policy.apply(diagnostics);
}

/** A stage's findings as the workspace decides about them; the value goes on only when none that is left is an error. */
function decided<T>({ value, diagnostics }: Outcome<T>, policy: Policy): Outcome<T> {
  const left = policy.apply(diagnostics);
  return { value: hasErrors(left) ? null : value, diagnostics: left };
}
