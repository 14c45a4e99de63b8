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
import { andThen, type Outcome, outcome } from "./diagnostic/diagnostic.ts";
import { compose } from "./document/compose.ts";
import type { Document } from "./document/document.ts";
import { parseYaml } from "./parse/parse-yaml.ts";
import { checkDocument } from "./rules/check-document.ts";
import type { SourceFile } from "./source/source-file.ts";
import type { TemplateSet } from "./template/template-set.ts";
import type { YearSchema } from "./validate/compile-schema.ts";
import { validate } from "./validate/validate.ts";

/** From a year's file to its figures. */
export function toFigures(file: SourceFile, schema: YearSchema, year: number): Outcome<YearFigures> {
  const data = andThen(parseYaml(file), (source) => validate(source, schema, year));
  return andThen(data, aggregate);
}

/** From a year's file to the document. */
export function toDocument(
  file: SourceFile,
  schema: YearSchema,
  templates: TemplateSet,
  year: number,
): Outcome<Document> {
  return andThen(toFigures(file, schema, year), (figures) =>
    andThen(compose(figures, templates), (document) => outcome(document, checkDocument(document, figures))),
  );
}
