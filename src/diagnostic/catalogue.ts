import { type AggregateFacts, aggregateWords } from "./words/aggregate.ts";
import { type CompareFacts, compareWords } from "./words/compare.ts";
import { type DataFacts, dataWords } from "./words/data.ts";
import { type DiffFacts, diffWords } from "./words/diff.ts";
import { type LedgerFacts, ledgerWords } from "./words/ledger.ts";
import { type LedgerFileFacts, ledgerFileWords } from "./words/ledger-file.ts";
import { type OutlineFacts, outlineWords } from "./words/outline.ts";
import { type OutputFacts, outputWords } from "./words/output.ts";
import { type OverwritingFacts, overwritingWords } from "./words/overwriting.ts";
import { type PolicyFacts, policyWords } from "./words/policy.ts";
import { type PullFacts, pullWords } from "./words/pull.ts";
import { type PunctuationFacts, punctuationWords } from "./words/punctuation.ts";
import { type ReadingFacts, readingWords } from "./words/reading.ts";
import { type SchemaFacts, schemaWords } from "./words/schema.ts";
import { type SenseFacts, senseWords } from "./words/sense.ts";
import { type SourceFacts, sourceWords } from "./words/source.ts";
import { type TemplateFacts, templateWords } from "./words/template.ts";
import { type TemplateYearsFacts, templateYearsWords } from "./words/template-years.ts";
import { type WordTemplateFacts, wordTemplateWords } from "./words/word-template.ts";
import { type WordingFacts, wordingWords } from "./words/wording.ts";
import type { Words } from "./words/words.ts";
import { type YamlFacts, yamlWords } from "./words/yaml.ts";

/** What each code's words are made from. A code is permanent. */
export interface FactsOf
  extends SourceFacts,
    YamlFacts,
    SchemaFacts,
    DataFacts,
    LedgerFileFacts,
    LedgerFacts,
    AggregateFacts,
    CompareFacts,
    TemplateFacts,
    TemplateYearsFacts,
    SenseFacts,
    OutlineFacts,
    PolicyFacts,
    PunctuationFacts,
    WordingFacts,
    ReadingFacts,
    PullFacts,
    DiffFacts,
    OutputFacts,
    OverwritingFacts,
    WordTemplateFacts {}

export type DiagnosticCode = keyof FactsOf;

export const catalogue: Words<FactsOf> = {
  ...sourceWords,
  ...yamlWords,
  ...schemaWords,
  ...dataWords,
  ...ledgerFileWords,
  ...ledgerWords,
  ...aggregateWords,
  ...compareWords,
  ...templateWords,
  ...templateYearsWords,
  ...senseWords,
  ...outlineWords,
  ...policyWords,
  ...punctuationWords,
  ...wordingWords,
  ...readingWords,
  ...pullWords,
  ...diffWords,
  ...outputWords,
  ...overwritingWords,
  ...wordTemplateWords,
} satisfies Record<DiagnosticCode, unknown>;
