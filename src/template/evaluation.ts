import type { Figure } from "../aggregate/figure.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";

/** What evaluating a template needs beyond walking through it. */
export interface Evaluation {
  readonly figures: YearFigures;
  readonly report: (diagnostic: Diagnostic) => void;
  /** The share of a part in its whole; null where the whole may be nothing. */
  readonly rateFigure: (part: Figure, whole: Figure) => Figure | null;
  /** Whether the data proves that the part is the whole. */
  readonly isAll: (part: Figure, whole: Figure) => boolean;
}
