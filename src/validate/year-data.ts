import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Indicator } from "../catalogue/indicator.ts";
import type { YamlSource } from "../parse/data-node.ts";
import type { Period } from "../period/period.ts";
import type { Quantity } from "../quantity/quantity.ts";
import type { Span } from "../source/source-file.ts";
import type { YearSchema } from "./compile-schema.ts";

export interface Reference {
  readonly id: string;
  readonly span: Span;
}

/** One recorded amount of an indicator: a quantity, or the statement that it is the same as another. */
export interface Observation {
  readonly indicator: Indicator;
  readonly given:
    | { readonly kind: "quantity"; readonly quantity: Quantity }
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
