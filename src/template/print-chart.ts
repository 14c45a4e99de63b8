import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import { chartOf } from "./chart.ts";
import type { Evaluation } from "./evaluation.ts";
import { figureOf, indicatorOf, literalOf, type Printed } from "./printed.ts";
import type { Call } from "./walk.ts";

/** More kinds of bars than these nobody tells apart in grey. */
const mostSeries = 4;

/** What is wrong with a chart whatever the data says. */
export function lintChart(call: Call, span: Span, inNarrative: boolean): readonly Diagnostic[] {
  const indicators = call.params.flatMap((each) => indicatorOf(each) ?? []);
  const [first, ...others] = indicators;
  const other = others.find(({ unit }) => unit !== first?.unit);
  if (inNarrative) return [diagnostic("chart-invalid", span, { reason: "narrative", detail: [] })];
  if (first && other) {
    const detail = [first, other].map(({ label, unit }) => `${label}（${unit}）`);
    return [diagnostic("chart-invalid", span, { reason: "units", detail })];
  }
  return indicators.length > mostSeries || new Set(indicators).size < indicators.length
    ? [diagnostic("chart-invalid", span, { reason: "series", detail: [String(mostSeries)] })]
    : [];
}

/** A chart over the years, which is left out where there is only one. */
export function printChart(call: Call, span: Span, evaluation: Evaluation): Printed | null {
  const { figures, earlier, report } = evaluation;
  const found = call.params.map((each) => figureOf(each, span, evaluation));
  const known = found.flatMap((figure) => figure ?? []);
  if (known.length < found.length) return null;
  const title = call.options.get("title");
  const chart = chartOf(known, title ? String(literalOf(title)) : null, figures, earlier);
  if (chart) return { kind: "chart", chart };
  const labels = known.map(({ indicator }) => indicator.label);
  report(diagnostic("chart-left-out", span, { labels, year: figures.year }));
  return { kind: "several", parts: [] };
}
