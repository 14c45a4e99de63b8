import { type Figure, isZero } from "../aggregate/figure.ts";
import type { Indicator } from "../catalogue/indicator.ts";
import { titleOf } from "../catalogue/schema-node.ts";
import { diagnostic } from "../diagnostic/diagnostic.ts";
import { locate } from "../parse/data-node.ts";
import { dateWords, isDate, periodWords } from "../period/period.ts";
import { chineseNumber } from "../quantity/chinese-number.ts";
import { type Decimal, parseDecimal } from "../quantity/decimal.ts";
import { formatFigure, formatNumber } from "../quantity/format.ts";
import { isExact } from "../quantity/interval.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { roundQuantity } from "../quantity/round.ts";
import type { Span } from "../source/source-file.ts";
import type { Evaluation } from "./evaluation.ts";
import type { HelperName } from "./helpers.ts";
import { printChart } from "./print-chart.ts";
import { printRate } from "./print-rate.ts";
import { printShare, printShares } from "./print-share.ts";
import { printYoy } from "./print-yoy.ts";
import { figureOf, indicatorOf, literalOf, type Printed, type Printer, words } from "./printed.ts";
import type { TextRef } from "./ref.ts";
import type { Call } from "./walk.ts";

export function print(call: Call, span: Span, evaluation: Evaluation): Printed | null {
  return printers[call.name](call, span, evaluation);
}

/** A condition prints nothing; linting has refused it before. */
const nothing: Printer = () => null;

const printers: Readonly<Record<HelperName, Printer>> = {
  isZero: nothing,
  isAll: nothing,
  hasYoy: nothing,
  longer: nothing,
  figure: (call, span, evaluation) => printQuantity(call, span, evaluation, formatFigure),
  number: (call, span, evaluation) => printQuantity(call, span, evaluation, formatNumber),
  unit: (call) => words(indicatorOf(call.params[0])?.unit ?? ""),
  rate: printRate,
  share: printShare,
  shares: printShares,
  yoy: printYoy,
  chart: printChart,
  all: printAll,
  none: printNone,
  period: printPeriod,
  date: printDate,
  chinese: (call) => printChinese(Number(literalOf(call.params[0]))),
};

/** Beyond what Chinese numerals are written for, digits. */
function printChinese(number: number): Printed {
  return words(number > 9999 ? String(number) : chineseNumber(number));
}

function stepOf(call: Call, indicator: Indicator): Decimal | null {
  const option = call.options.get("round");
  const text = option ? String(literalOf(option)) : indicator.round;
  return text === null ? null : parseDecimal(text);
}

function printQuantity(
  call: Call,
  span: Span,
  evaluation: Evaluation,
  format: (quantity: Quantity, unit: string) => string,
): Printed | null {
  const figure = figureOf(call.params[0], span, evaluation);
  if (!figure) return null;
  const { indicator, quantity } = figure;
  if (call.options.has("numerals")) return printNumerals(call, figure, span, evaluation);
  const step = stepOf(call, indicator);
  return {
    kind: "figure",
    figure,
    shown: format(step ? roundQuantity(quantity, step) : quantity, indicator.unit),
  };
}

function printNumerals(call: Call, figure: Figure, span: Span, { report }: Evaluation): Printed | null {
  const { indicator, quantity } = figure;
  const number = Number(quantity.lower?.value.units);
  const possible = isExact(quantity) && quantity.lower?.value.scale === 0 && number >= 1 && number <= 9999;
  if (!possible) {
    const shown = formatFigure(quantity, indicator.unit);
    report(diagnostic("numerals-impossible", span, { label: indicator.label, shown }));
    return null;
  }
  const unit = call.name === "figure" ? indicator.unit : "";
  // Before a measure word two is 两.
  const digits = number === 2 && unit !== "" ? "两" : chineseNumber(number);
  return { kind: "figure", figure, shown: digits + unit };
}

function printAll(call: Call, span: Span, evaluation: Evaluation): Printed | null {
  const part = figureOf(call.params[0], span, evaluation);
  const whole = figureOf(call.options.get("of"), span, evaluation);
  if (!part || !whole) return null;
  if (evaluation.isAll(part, whole)) return { kind: "figure", figure: part, shown: "全部" };
  return falseClaim("all", part, span, evaluation);
}

function printNone(call: Call, span: Span, evaluation: Evaluation): Printed | null {
  const figure = figureOf(call.params[0], span, evaluation);
  if (!figure) return null;
  if (isZero(figure)) return { kind: "figure", figure, shown: String(literalOf(call.params[1])) };
  return falseClaim("none", figure, span, evaluation);
}

function falseClaim(
  claim: "all" | "none",
  { indicator, quantity }: Figure,
  span: Span,
  { report }: Evaluation,
): null {
  const shown = formatFigure(quantity, indicator.unit);
  report(diagnostic("claim-false", span, { claim, label: indicator.label, shown }));
  return null;
}

/** A figure without a period is for the whole year. */
function printPeriod(call: Call, span: Span, evaluation: Evaluation): Printed | null {
  const figure = figureOf(call.params[0], span, evaluation);
  if (!figure) return null;
  return words(figure.period ? periodWords(figure.period) : `${evaluation.figures.year}年`);
}

function printDate(call: Call, span: Span, evaluation: Evaluation): Printed | null {
  const [ref] = call.params;
  if (ref?.kind !== "text") return null;
  const text = ref.node?.kind === "scalar" ? ref.node.text : "";
  if (isDate(text)) return words(dateWords(text));
  if (ref.node)
    evaluation.report(
      diagnostic("date-unreal", ref.node.span, { found: text }, [{ span, note: "template" }]),
    );
  else reportMissing(ref, span, evaluation);
  return null;
}

/** A text that a template needs and the data does not have, with both places. */
export function reportMissing(ref: TextRef, span: Span, { figures, report }: Evaluation): void {
  const place = locate(figures.data.source.root, `/${ref.path.replaceAll(".", "/")}`, "key");
  const facts = { name: ref.path, label: titleOf(ref.schema) };
  report(diagnostic("text-missing", span, facts, [{ span: place, note: "data" }]));
}
