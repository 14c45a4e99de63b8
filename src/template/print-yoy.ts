import { locateInSchema } from "../catalogue/schema-source.ts";
import { figuresOf } from "../compare/earlier-year.ts";
import { changeFigure, type YearOnYear, yearOnYear } from "../compare/year-on-year.ts";
import { diagnostic, type Related } from "../diagnostic/diagnostic.ts";
import { formatFigure } from "../quantity/format.ts";
import type { Span } from "../source/source-file.ts";
import type { Evaluation } from "./evaluation.ts";
import { figureOf, indicatorOf, type Printed, words } from "./printed.ts";
import type { Call } from "./walk.ts";

/** 同比增长12.3%, 与上年持平, 上年无此项: what both years allow to be said, or a fault with both places. */
export function printYoy(call: Call, span: Span, evaluation: Evaluation): Printed | null {
  const figure = figureOf(call.params[0], span, evaluation);
  const compared = figure && comparedYears(figure.indicator.id, evaluation);
  if (!compared) return null;
  if (compared.kind === "new") return words("上年无此项");
  if (compared.kind === "said")
    return { kind: "figure", figure: changeFigure(compared), shown: compared.words };
  reportUnsaid(compared, span, evaluation);
  return null;
}

/** Whether something can be said of the two years; false where either has no figure. */
export function hasYoy(call: Call, evaluation: Evaluation): boolean {
  const indicator = indicatorOf(call.params[0]);
  return indicator !== null && comparedYears(indicator.id, evaluation)?.kind === "said";
}

function comparedYears(id: string, { figures, earlier }: Evaluation): YearOnYear | null {
  return yearOnYear(id, figures, figuresOf(earlier, figures.year - 1));
}

function reportUnsaid(
  { reason, now, last, declared }: Extract<YearOnYear, { kind: "unsaid" }>,
  span: Span,
  { figures, report }: Evaluation,
): void {
  const { indicator, quantity, sources } = now;
  const facts = {
    reason,
    id: indicator.id,
    label: indicator.label,
    text: formatFigure(quantity, indicator.unit),
    lastText: last && formatFigure(last.quantity, last.unit),
    lastYear: figures.year - 1,
    why: declared?.change.reason ?? null,
    inData: span.file === figures.data.source.file,
  };
  const related: readonly Related[] = [
    ...(last?.sources ?? []).slice(0, 1).map((each) => ({ span: each, note: "last-year" as const })),
    ...sources.slice(0, 1).map((each) => ({ span: each, note: "this-year" as const })),
    ...(declared
      ? [
          {
            span: locateInSchema(figures.data.schema.source, `${declared.change.pointer}/reason`),
            note: "declared" as const,
          },
        ]
      : []),
  ];
  report(diagnostic("yoy-impossible", span, facts, related));
}
