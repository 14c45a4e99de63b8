import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Indicator } from "../catalogue/indicator.ts";
import type { YamlSource } from "../parse/data-node.ts";
import type { Period } from "../period/period.ts";
import type { Quantity } from "../quantity/quantity.ts";
import type { Span } from "../source/source-file.ts";
import type { Ledger } from "./read-ledger-form.ts";
import type { YearSchema } from "./year-schema.ts";

export interface Reference {
  readonly id: string;
  readonly span: Span;
}

/** An amount for a part of the year, as a department recorded it. */
export interface Part {
  readonly period: Period;
  readonly quantity: Quantity;
  /** Only where the data names one: several may report for the same time. */
  readonly department: string | null;
  readonly span: Span;
  /** Where its period is written. */
  readonly periodSpan: Span;
}

/** What was recorded in the course of the year. */
export interface Parts {
  readonly kind: "parts";
  readonly parts: readonly Part[];
  /** Whether what is not listed is nothing (true) or not known (false); null: the data does not say. */
  readonly complete: boolean | null;
}

/** What is recorded of an indicator: a quantity, the parts of one, a ledger that gives it, or the statement that it is the same as another. */
export interface Observation {
  readonly indicator: Indicator;
  readonly given:
    | { readonly kind: "quantity"; readonly quantity: Quantity }
    | Parts
    | Ledger
    | { readonly kind: "sameAs"; readonly reference: Reference };
  readonly partOf: Reference | null;
  readonly period: Period | null;
  readonly span: Span;
}

/** An amount of the year before, as the year's own file states it. */
export interface StatedLastYear {
  readonly quantity: Quantity;
  readonly span: Span;
}

/** A year's file whose shape has been checked. */
export interface YearData {
  readonly year: number;
  readonly source: YamlSource;
  readonly schema: YearSchema;
  /** What can be reported in this year. */
  readonly catalogue: Catalogue;
  readonly observations: ReadonlyMap<string, Observation>;
  /** By indicator; it may be stated for a computed one, and for one that has no figure this year. */
  readonly statedLastYear: ReadonlyMap<string, StatedLastYear>;
}
