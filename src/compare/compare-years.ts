import type { Figure } from "../aggregate/figure.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import { isComputed } from "../catalogue/indicator.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { locate } from "../parse/data-node.ts";
import { parseDecimal, times } from "../quantity/decimal.ts";
import { formatFigure } from "../quantity/format.ts";
import { certainlyGreater, type Interval, isExact } from "../quantity/interval.ts";

/** What is remarkable about a year beside the one before. Computed indicators follow from the others. */
export function compareYears(now: YearFigures, before: YearFigures): readonly Diagnostic[] {
  return [...now.data.catalogue.indicators.values()]
    .filter((indicator) => !isComputed(indicator))
    .flatMap(({ id }) => {
      const [figure, last] = [now.figures.get(id), before.figures.get(id)];
      if (figure && last) return changes(figure, last, before.year);
      if (figure) return [comeUp(figure, before.year)];
      return last ? [vanished(last, now, before.year)] : [];
    });
}

function comeUp({ indicator, sources }: Figure, lastYear: number): Diagnostic {
  return diagnostic("last-year-new", sources[0] ?? null, {
    id: indicator.id,
    label: indicator.label,
    lastYear,
  });
}

function vanished({ indicator, quantity, sources }: Figure, now: YearFigures, lastYear: number): Diagnostic {
  const span = locate(now.data.source.root, `/indicators/${indicator.id.replace(".", "/")}`, "key");
  const text = formatFigure(quantity, indicator.unit);
  const related = sources.slice(0, 1).map((each) => ({ span: each, note: "last-year" as const }));
  return diagnostic(
    "last-year-vanished",
    span,
    { id: indicator.id, label: indicator.label, lastYear, text },
    related,
  );
}

function changes(figure: Figure, last: Figure, lastYear: number): readonly Diagnostic[] {
  const { indicator, quantity } = figure;
  if (figure.period?.text.slice(4) !== last.period?.text.slice(4)) return [];
  const [text, lastText] = [quantity, last.quantity].map((each) => formatFigure(each, indicator.unit));
  const facts = { label: indicator.label, text: text ?? "", lastText: lastText ?? "", lastYear };
  const related = last.sources.slice(0, 1).map((span) => ({ span, note: "last-year" as const }));
  const [span = null] = figure.sources;
  if (isJump(figure, last))
    return [diagnostic("last-year-jump", span, { ...facts, factor: indicator.jump ?? "" }, related)];
  // What is the same as another is told there.
  return figure.sameAs.length === 0 && isTelling(figure) && text === lastText
    ? [diagnostic("last-year-unchanged", span, facts, related)]
    : [];
}

/** Small exact numbers (3 markets, no lawsuit) repeat by nature; long ones and approximate ones are copied. */
function isTelling({ quantity }: Figure): boolean {
  return !isExact(quantity) || quantity.wording.digits.replace(".", "").length >= 3;
}

/** Whether every value of the one is beyond the factor of every value of the other. */
function isJump({ indicator, quantity }: Figure, last: Figure): boolean {
  const factor = indicator.jump === null ? null : parseDecimal(indicator.jump);
  if (!factor) return false;
  const grown = (interval: Interval): Interval => ({
    lower: interval.lower && { ...interval.lower, value: times(interval.lower.value, factor) },
    upper: interval.upper && { ...interval.upper, value: times(interval.upper.value, factor) },
  });
  return certainlyGreater(quantity, grown(last.quantity)) || certainlyGreater(last.quantity, grown(quantity));
}
