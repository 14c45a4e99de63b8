import type { Figure } from "../aggregate/figure.ts";
import { computedFrom, type Indicator } from "../catalogue/indicator.ts";
import { diagnostic } from "../diagnostic/diagnostic.ts";
import { locate } from "../parse/data-node.ts";
import type { Span } from "../source/source-file.ts";
import type { Chart } from "./chart.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Ref } from "./ref.ts";
import type { Call } from "./walk.ts";

/** What a printing helper gives: words, or a figure that stays identified; null after a fault was reported. */
export type Printed =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "figure"; readonly figure: Figure; readonly shown: string }
  | { readonly kind: "several"; readonly parts: readonly PrintedPart[] }
  | { readonly kind: "chart"; readonly chart: Chart };

export type PrintedPart = Extract<Printed, { kind: "words" | "figure" }>;

export type Printer = (call: Call, span: Span, evaluation: Evaluation) => Printed | null;

export function words(text: string): PrintedPart {
  return { kind: "words", text };
}

export function indicatorOf(ref: Ref | undefined): Indicator | null {
  return ref?.kind === "indicator" ? ref.indicator : null;
}

export function literalOf(ref: Ref | undefined): string | number | boolean {
  return ref?.kind === "value" ? ref.value : "";
}

/** The figure of an indicator; where the data has none, that is reported with both places. */
export function figureOf(ref: Ref | undefined, span: Span, { figures, report }: Evaluation): Figure | null {
  const indicator = indicatorOf(ref);
  if (!indicator) return null;
  const figure = figures.figures.get(indicator.id);
  if (figure) return figure;
  const place = locate(figures.data.source.root, `/indicators/${indicator.id.replace(".", "/")}`, "key");
  const related = [{ span: place, note: "data" as const }];
  const from = computedFrom(indicator)
    .filter((id) => !figures.figures.has(id))
    .map((id) => figures.data.catalogue.indicators.get(id)?.label ?? id);
  const inData = span.file === figures.data.source.file;
  report(
    diagnostic("figure-missing", span, { id: indicator.id, label: indicator.label, from, inData }, related),
  );
  return null;
}
