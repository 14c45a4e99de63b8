import type { Figure } from "../aggregate/figure.ts";
import { mergeSpans } from "../aggregate/rate.ts";
import { diagnostic } from "../diagnostic/diagnostic.ts";
import type { NotShares } from "../diagnostic/words/template-years.ts";
import { compare, type Decimal, decimalText, isZero, plus, zero } from "../quantity/decimal.ts";
import { formatFigure } from "../quantity/format.ts";
import { isExact } from "../quantity/interval.ts";
import { type Shares, sharesOf } from "../quantity/shares.ts";
import type { Span } from "../source/source-file.ts";
import type { Evaluation } from "./evaluation.ts";
import { reportNoRate } from "./print-rate.ts";
import { figureOf, type Printed, type PrintedPart, words } from "./printed.ts";
import type { Call } from "./walk.ts";

/** 占检查合计的35.2%; 占检查合计的比例超过35%. Only of what is a part of the whole. */
export function printShare(call: Call, span: Span, evaluation: Evaluation): Printed | null {
  const part = figureOf(call.params[0], span, evaluation);
  const whole = figureOf(call.options.get("of"), span, evaluation);
  if (!part || !whole) return null;
  const fault = notPart(part, whole, evaluation);
  if (fault) {
    reportNotPart(fault, part, whole, span, evaluation);
    return null;
  }
  const rate = evaluation.rateFigure(part, whole);
  if (typeof rate === "string") {
    reportNoRate(part, whole, rate, span, evaluation);
    return null;
  }
  const bare = ["", "约"].includes(rate.quantity.wording.mark);
  return {
    kind: "several",
    parts: [
      words(`占${whole.indicator.label}的${bare ? "" : "比例"}`),
      { kind: "figure", figure: rate, shown: formatFigure(rate.quantity, "%") },
    ],
  };
}

/** 分别占检查合计的50.3%、30.2%、19.5%（…）: parts that are known and make up the whole, so that 100% is their sum. */
export function printShares(call: Call, span: Span, evaluation: Evaluation): Printed | null {
  const parts = call.params.map((each) => figureOf(each, span, evaluation));
  const whole = figureOf(call.options.get("of"), span, evaluation);
  const known = parts.flatMap((part) => part ?? []);
  if (!whole || known.length < parts.length) return null;
  const foreign = known.find((part) => notPart(part, whole, evaluation));
  const fault = foreign && notPart(foreign, whole, evaluation);
  if (foreign && fault) {
    reportNotPart(fault, foreign, whole, span, evaluation);
    return null;
  }
  const shares = sharesAll(known, whole);
  if (typeof shares !== "string") return { kind: "several", parts: listed(known, whole, shares, evaluation) };
  const all = [...known, whole];
  const facts = {
    reason: shares,
    labels: known.map(({ indicator }) => indicator.label),
    texts: known.map(({ indicator, quantity }) => formatFigure(quantity, indicator.unit)),
    whole: whole.indicator.label,
    wholeText: formatFigure(whole.quantity, whole.indicator.unit),
  };
  const spans = mergeSpans(...all.map(({ sources }) => sources.slice(0, 1)));
  const related = spans.map((each) => ({ span: each, note: "here" as const }));
  evaluation.report(diagnostic("shares-not-whole", span, facts, related));
  return null;
}

/** Whether the schema or the data makes a figure a part of another, in its unit. */
function notPart(part: Figure, whole: Figure, { isAll }: Evaluation): "unit" | "unrelated" | null {
  const { indicator } = part;
  const { id, unit, totalOf } = whole.indicator;
  if (indicator.unit !== unit) return "unit";
  const declared = [indicator.partOf, indicator.atMost, ...part.partOf].includes(id);
  return declared || totalOf?.includes(indicator.id) || isAll(part, whole) ? null : "unrelated";
}

function reportNotPart(
  reason: "unit" | "unrelated",
  { indicator }: Figure,
  { indicator: whole }: Figure,
  span: Span,
  { report }: Evaluation,
): void {
  const { id, label, unit } = indicator;
  const facts = { reason, id, label, unit, whole: whole.label, wholeId: whole.id, wholeUnit: whole.unit };
  report(diagnostic("share-not-part", span, facts));
}

function sharesAll(parts: readonly Figure[], whole: Figure): Shares | NotShares {
  const all = [...parts, whole];
  if (new Set(parts.map(({ indicator }) => indicator.id)).size < parts.length) return "twice";
  if (all.some(({ period }) => period?.text !== whole.period?.text)) return "period";
  if (!all.every(({ quantity }) => isExact(quantity))) return "approximate";
  const values = parts.map(amountOf);
  const total = amountOf(whole);
  if (compare(values.reduce(plus, zero), total) !== 0) return "sum";
  return isZero(total) ? "zero" : (sharesOf(values) ?? "small");
}

function amountOf({ quantity }: Figure): Decimal {
  return quantity.lower?.value ?? zero;
}

const said = {
  exact: "",
  rounded: "（百分比经四舍五入）",
  adjusted: "（百分比经四舍五入，并调整尾数使合计为100%）",
} as const;

function listed(
  parts: readonly Figure[],
  whole: Figure,
  { percents, precision }: Shares,
  { rateFigure }: Evaluation,
): readonly PrintedPart[] {
  const figures = parts.flatMap((part, index): readonly PrintedPart[] => {
    const rate = rateFigure(part, whole);
    const shown = `${decimalText(percents[index] ?? zero)}%`;
    const figure = typeof rate === "string" ? [] : [{ kind: "figure" as const, figure: rate, shown }];
    return index === 0 ? figure : [words("、"), ...figure];
  });
  const note = said[precision];
  return [words(`分别占${whole.indicator.label}的`), ...figures, ...(note ? [words(note)] : [])];
}
