import type { Figure } from "../aggregate/figure.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import { isComputed } from "../catalogue/indicator.ts";
import { locateInSchema } from "../catalogue/schema-source.ts";
import { type Diagnostic, diagnostic, type Related } from "../diagnostic/diagnostic.ts";
import { locate } from "../parse/data-node.ts";
import { parseDecimal, times } from "../quantity/decimal.ts";
import { formatFigure } from "../quantity/format.ts";
import { certainlyGreater, type Interval, isExact } from "../quantity/interval.ts";
import { type Comparison, compareFigures } from "./comparison.ts";
import { checkStated } from "./stated-last-year.ts";

/** What is remarkable about a year beside the one before. Computed indicators follow from the others. */
export function compareYears(now: YearFigures, last: YearFigures): readonly Diagnostic[] {
  return [...now.data.catalogue.indicators.values()].flatMap((indicator) => {
    const comparison = compareFigures(indicator.id, now, last);
    const stated = checkStated(indicator, comparison, now, last);
    if (!comparison) return stated;
    const told = isComputed(indicator)
      ? ownChange(comparison, now, last)
      : [...ownChange(comparison, now, last), ...remarks(comparison, now, last.year)];
    return [...told, ...stated];
  });
}

function remarks(comparison: Comparison, now: YearFigures, lastYear: number): readonly Diagnostic[] {
  switch (comparison.kind) {
    case "new":
      return [comeUp(comparison.now, lastYear)];
    case "vanished":
      return [vanished(comparison.last, now, lastYear)];
    case "comparable":
      return changes(comparison.now, comparison.last, lastYear);
    default:
      return [];
  }
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

/** A unit or a definition that changed is told of the indicator itself, and of a total that states last year. */
function ownChange(comparison: Comparison, now: YearFigures, last: YearFigures): readonly Diagnostic[] {
  if (comparison.kind !== "unit" && comparison.kind !== "definition") return [];
  const { kind, declared, now: figure, last: before } = comparison;
  const { indicator } = figure;
  const stated = now.data.statedLastYear.get(indicator.id);
  const part = declared && declared.indicator.id !== indicator.id ? declared.indicator.label : null;
  if (part !== null && !stated) return [];
  const facts = {
    label: indicator.label,
    text: formatFigure(figure.quantity, indicator.unit),
    lastText: formatFigure(before.quantity, before.indicator.unit),
    lastYear: last.year,
    unit: indicator.unit,
    lastUnit: before.indicator.unit,
    part,
    reason: declared?.change.reason ?? null,
    stated: stated ? formatFigure(stated.quantity, indicator.unit) : null,
  };
  const code = kind === "unit" ? "last-year-unit-changed" : "last-year-definition-changed";
  const span = stated?.span ?? figure.sources[0] ?? null;
  const related: readonly Related[] = [
    ...before.sources.slice(0, 1).map((each) => ({ span: each, note: "last-year" as const })),
    ...(declared
      ? [
          {
            span: locateInSchema(now.data.schema.source, `${declared.change.pointer}/reason`),
            note: "declared" as const,
          },
        ]
      : []),
  ];
  return [diagnostic(code, span, facts, related)];
}

function changes(figure: Figure, last: Figure, lastYear: number): readonly Diagnostic[] {
  const { indicator, quantity } = figure;
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
