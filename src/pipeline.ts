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
import { fromLedgers } from "./aggregate/from-ledgers.ts";
import type { YearFigures } from "./aggregate/year-figures.ts";
import { catalogueOf } from "./catalogue/catalogue.ts";
import { compareYears } from "./compare/compare-years.ts";
import type { EarlierYear } from "./compare/earlier-year.ts";
import { andThen, type Diagnostic, diagnostic, hasErrors, type Outcome } from "./diagnostic/diagnostic.ts";
import { compose } from "./document/compose.ts";
import type { Document } from "./document/document.ts";
import { draftMarks } from "./drafting/draft-mark.ts";
import type { OpenLedger } from "./ledger/query.ts";
import { parseYaml } from "./parse/parse-yaml.ts";
import type { Policy } from "./policy/policy.ts";
import { checkDocument } from "./rules/check-document.ts";
import { handInLimit } from "./rules/hand-in.ts";
import type { SourceFile } from "./source/source-file.ts";
import { lintTemplates } from "./template/lint-templates.ts";
import type { TemplateSet } from "./template/template-set.ts";
import type { YearSchema } from "./validate/compile-schema.ts";
import { validate } from "./validate/validate.ts";

/** From a year's file to its figures. */
export async function toFigures(
  file: SourceFile,
  schema: YearSchema,
  year: number,
  policy: Policy,
  ledgers: OpenLedger,
): Promise<Outcome<YearFigures>> {
  const data = andThen(parseYaml(file), (source) => validate(source, schema, year));
  return decided(andThen(await fromLedgers(data, ledgers), aggregate), policy);
}

/** What is remarkable about a year beside the one before. */
export function besideLastYear(now: YearFigures, last: YearFigures, policy: Policy): readonly Diagnostic[] {
  return policy.apply(compareYears(now, last));
}

/** Where a year's file contradicts the one before; the rest of the comparison is for `check`. */
export function againstLastYear(now: YearFigures, last: YearFigures, policy: Policy): readonly Diagnostic[] {
  return besideLastYear(now, last, policy).filter(({ severity }) => severity === "error");
}

/** What a report that is still in the making has to be told of. */
export function beforeHandIn(figures: YearFigures, policy: Policy): readonly Diagnostic[] {
  return policy.apply(handInLimit(figures));
}

/** From a year's figures to the document, held against the rules of sense and language. */
export function toDocument(
  { value: figures, diagnostics }: Outcome<YearFigures>,
  schema: YearSchema,
  templates: TemplateSet,
  year: number,
  policy: Policy,
  earlier: readonly EarlierYear[],
): Outcome<Document> {
  if (!figures) {
    return { value: null, diagnostics: [...diagnostics, ...lintAlone(schema, templates, year, policy)] };
  }
  const drafts = draftMarks(figures.data.source.root).map((span) => diagnostic("draft-left", span, {}));
  const composed = compose(figures, templates, earlier);
  const found = composed.value ? checkDocument(composed.value, figures, policy.numbers) : [];
  const { value, diagnostics: left } = decided(
    { value: composed.value, diagnostics: [...drafts, ...composed.diagnostics, ...found] },
    policy,
  );
  return { value, diagnostics: [...diagnostics, ...left] };
}

/** What is wrong with the templates whatever the data says: told at once with the faults of the data. */
function lintAlone(
  schema: YearSchema,
  templates: TemplateSet,
  year: number,
  policy: Policy,
): readonly Diagnostic[] {
  const catalogue = catalogueOf(schema.catalogues, year);
  const { diagnostics } = lintTemplates(templates, schema.source.root, catalogue, year, null);
  return policy.apply(diagnostics);
}

/** A stage's findings as the workspace decides about them; the value goes on only when none that is left is an error. */
function decided<T>({ value, diagnostics }: Outcome<T>, policy: Policy): Outcome<T> {
  const left = policy.apply(diagnostics);
  return { value: hasErrors(left) ? null : value, diagnostics: left };
}
