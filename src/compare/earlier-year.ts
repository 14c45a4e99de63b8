import type { YearFigures } from "../aggregate/year-figures.ts";
import type { Span } from "../source/source-file.ts";

/** A year before the report's that has a data file. */
export interface EarlierYear {
  readonly year: number;
  /** What the file is called in diagnostics. */
  readonly path: string;
  /** Null where the file has errors. */
  readonly figures: YearFigures | null;
  /** The first of its errors; null where it has none, or none with a place. */
  readonly fault: Span | null;
}

export function figuresOf(earlier: readonly EarlierYear[], year: number): YearFigures | null {
  return earlier.find((each) => each.year === year)?.figures ?? null;
}
