import type { Indicator } from "../catalogue/indicator.ts";
import type { Period } from "../period/period.ts";
import { isZero as isZeroDecimal } from "../quantity/decimal.ts";
import { exactValue } from "../quantity/interval.ts";
import type { Quantity } from "../quantity/quantity.ts";
import type { Span } from "../source/source-file.ts";
import type { Part } from "../validate/year-data.ts";

/** An indicator's quantity for one year, with the lines of data that it came from. */
export interface Figure {
  readonly indicator: Indicator;
  readonly quantity: Quantity;
  /** A total names every line that it was summed from. */
  readonly sources: readonly Span[];
  /** The part of the year that the quantity is for; null: the whole year. */
  readonly period: Period | null;
  /** What was recorded in the course of the year, where the data has more than one amount; else empty. */
  readonly parts: readonly Part[];
  /** The indicators that this one is said to equal, directly or through others. */
  readonly sameAs: readonly string[];
  /** The indicators that it is said to be a part of. */
  readonly partOf: readonly string[];
}

/** Whether there was none, for certain. */
export function isZero({ quantity }: Figure): boolean {
  const value = exactValue(quantity);
  return value !== null && isZeroDecimal(value);
}
