import type { Figure } from "../aggregate/figure.ts";
import type { NoRate } from "../aggregate/rate.ts";
import { diagnostic } from "../diagnostic/diagnostic.ts";
import { formatFigure } from "../quantity/format.ts";
import type { Span } from "../source/source-file.ts";
import type { Evaluation } from "./evaluation.ts";
import { figureOf, type Printed } from "./printed.ts";
import type { Call } from "./walk.ts";

export function printRate(call: Call, span: Span, evaluation: Evaluation): Printed | null {
  const part = figureOf(call.params[0], span, evaluation);
  const whole = figureOf(call.options.get("of"), span, evaluation);
  if (!part || !whole) return null;
  const figure = evaluation.rateFigure(part, whole);
  if (typeof figure === "object")
    return { kind: "figure", figure, shown: formatFigure(figure.quantity, "%") };
  reportNoRate(part, whole, figure, span, evaluation);
  return null;
}

export function reportNoRate(
  part: Figure,
  whole: Figure,
  reason: NoRate,
  span: Span,
  { report }: Evaluation,
): void {
  const shown = formatFigure(whole.quantity, whole.indicator.unit);
  const facts = { label: part.indicator.label, whole: whole.indicator.label, shown, reason };
  const related = whole.sources.slice(0, 1).map((source) => ({ span: source, note: "here" as const }));
  report(diagnostic("rate-impossible", span, facts, related));
}
