import type { Figure } from "../aggregate/figure.ts";
import type { NoRate } from "../aggregate/rate.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import type { EarlierYear } from "../compare/earlier-year.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";

/** What evaluating a template needs beyond walking through it. */
export interface Evaluation {
  readonly figures: YearFigures;
  /** The years before that have a data file, in order. */
  readonly earlier: readonly EarlierYear[];
  readonly report: (diagnostic: Diagnostic) => void;
  /** The share of a part in its whole, or why there is none. */
  readonly rateFigure: (part: Figure, whole: Figure) => Figure | NoRate;
  /** Whether the data proves that the part is the whole. */
  readonly isAll: (part: Figure, whole: Figure) => boolean;
}
