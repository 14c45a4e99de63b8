/**
 * The stages, in one direction. Each gives an outcome: a value or null, and all that it has to say.
 *
 *   parse      SourceFile                   → YamlSource
 *   validate   YamlSource × YearSchema      → YearData
 *   aggregate  YearData                     → YearFigures
 *   compose    YearFigures × TemplateSet    → Document (the tags of the Word template are among the templates)
 *   render     Document × Word template     → Rendering[]
 *   write      OutputFile[]                 → disk, all or none (by the host)
 *
 * Stages are pure, and what they gave may be remembered. The policy is applied to it anew each time: it notes which
 * ignores and allowed numbers were needed.
 */

import { aggregate } from "./aggregate/aggregate.ts";
import { fromLedgers, stampsOf } from "./aggregate/from-ledgers.ts";
import type { YearFigures } from "./aggregate/year-figures.ts";
import { catalogueOf } from "./catalogue/catalogue.ts";
import { compareYears } from "./compare/compare-years.ts";
import type { EarlierYear } from "./compare/earlier-year.ts";
import { andThen, type Diagnostic, diagnostic, hasErrors, type Outcome } from "./diagnostic/diagnostic.ts";
import { compose } from "./document/compose.ts";
import type { Document } from "./document/document.ts";
import { draftMarks } from "./drafting/draft-mark.ts";
import type { OpenLedger } from "./ledger/query.ts";
import { type Memory, recall } from "./memory.ts";
import type { YamlSource } from "./parse/data-node.ts";
import { parseYaml } from "./parse/parse-yaml.ts";
import type { Policy } from "./policy/policy.ts";
import { type AllowedNumber, AllowedNumbers } from "./rules/allowed-numbers.ts";
import { checkDocument } from "./rules/check-document.ts";
import { handInLimit } from "./rules/hand-in.ts";
import type { SourceFile } from "./source/source-file.ts";
import { lintTemplates } from "./template/lint-templates.ts";
import type { TemplateSet } from "./template/template-set.ts";
import { validate } from "./validate/validate.ts";
import type { YearData } from "./validate/year-data.ts";
import type { YearSchema } from "./validate/year-schema.ts";

/** From a year's file to its figures. */
export async function toFigures(
  file: SourceFile,
  schema: YearSchema,
  year: number,
  policy: Policy,
  ledgers: OpenLedger,
  memory: Memory | null = null,
): Promise<Outcome<YearFigures>> {
  const data = recall(memory, validated, recall(memory, parseYaml, file), schema, year);
  const read = memory
    ? memory.keep(fromLedgers, [data, await stampsOf(data, ledgers)], () => fromLedgers(data, ledgers))
    : fromLedgers(data, ledgers);
  return decided(recall(memory, aggregated, await read), policy);
}

function validated(parsed: Outcome<YamlSource>, schema: YearSchema, year: number): Outcome<YearData> {
  return andThen(parsed, (source) => validate(source, schema, year));
}

function aggregated(data: Outcome<YearData>): Outcome<YearFigures> {
  return andThen(data, aggregate);
}

/** What is remarkable about a year beside the one before. */
export function besideLastYear(
  now: YearFigures,
  last: YearFigures,
  policy: Policy,
  memory: Memory | null = null,
): readonly Diagnostic[] {
  return policy.apply(recall(memory, compareYears, now, last));
}

/** Where a year's file contradicts the one before; the rest of the comparison is for `check`. */
export function againstLastYear(
  now: YearFigures,
  last: YearFigures,
  policy: Policy,
  memory: Memory | null = null,
): readonly Diagnostic[] {
  return besideLastYear(now, last, policy, memory).filter(({ severity }) => severity === "error");
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
  memory: Memory | null = null,
): Outcome<Document> {
  if (!figures) {
    const faults = policy.apply(recall(memory, lintAlone, schema, templates, year));
    return { value: null, diagnostics: [...diagnostics, ...faults] };
  }
  const composed = recall(memory, composeAndCheck, figures, templates, earlier, policy.numbers.entries);
  policy.numbers.add(composed.numbers);
  const { value, diagnostics: left } = decided(composed.document, policy);
  return { value, diagnostics: [...diagnostics, ...left] };
}

interface Composed {
  readonly document: Outcome<Document>;
  /** Which of the numbers that may stand in every year it met and needed. */
  readonly numbers: AllowedNumbers;
}

function composeAndCheck(
  figures: YearFigures,
  templates: TemplateSet,
  earlier: readonly EarlierYear[],
  everyYear: readonly AllowedNumber[],
): Composed {
  const numbers = new AllowedNumbers(everyYear);
  const drafts = draftMarks(figures.data.source.root).map((span) => diagnostic("draft-left", span, {}));
  const { value, diagnostics } = compose(figures, templates, earlier);
  const found = value ? checkDocument(value, figures, numbers) : [];
  return { document: { value, diagnostics: [...drafts, ...diagnostics, ...found] }, numbers };
}

/** What is wrong with the templates whatever the data says: told at once with the faults of the data. */
function lintAlone(schema: YearSchema, templates: TemplateSet, year: number): readonly Diagnostic[] {
  const catalogue = catalogueOf(schema.catalogues, year);
  return lintTemplates(templates, schema.source.root, catalogue, year, null).diagnostics;
}

/** A stage's findings as the workspace decides about them; the value goes on only when none that is left is an error. */
function decided<T>({ value, diagnostics }: Outcome<T>, policy: Policy): Outcome<T> {
  const left = policy.apply(diagnostics);
  return { value: hasErrors(left) ? null : value, diagnostics: left };
}
