import { computedFrom, type Indicator, isComputed } from "../catalogue/indicator.ts";
import { type Diagnostic, diagnostic, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import { formatFigure } from "../quantity/format.ts";
import { disjoint } from "../quantity/interval.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { printedRate } from "../quantity/rate.ts";
import type { Span } from "../source/source-file.ts";
import type { Observation, YearData } from "../validate/year-data.ts";
import { type Figure, isZero } from "./figure.ts";
import { rateFigure } from "./rate.ts";
import { checkRelations } from "./relations.ts";
import { sumObservations } from "./sum-observations.ts";
import { totalFigure } from "./total.ts";
import type { YearFigures } from "./year-figures.ts";

/** Observations as figures; totals and rates computed, with the lines that they came from. */
export function aggregate(data: YearData): Outcome<YearFigures> {
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic): void => void diagnostics.push(each);
  const resolver = new Resolver(data, report);
  const figures = new Map<string, Figure>();
  for (const id of data.catalogue.indicators.keys()) {
    const figure = resolver.figure(id, []);
    if (figure) figures.set(id, figure);
  }
  checkRelations(figures, report);
  return outcome({ year: data.year, data, figures }, diagnostics);
}

/** Works out each figure once, following totals, rates and `sameAs` to what they rest on. */
class Resolver {
  private readonly known = new Map<string, Figure | null>();
  /** Those without a figure whose fault has been told, so that what rests on them is not told again. */
  private readonly told = new Set<string>();
  /** The way of a reference that has just led back to itself. */
  private cycle: readonly string[] | null = null;
  private readonly data: YearData;
  private readonly report: (diagnostic: Diagnostic) => void;

  constructor(data: YearData, report: (diagnostic: Diagnostic) => void) {
    this.data = data;
    this.report = report;
  }

  figure(id: string, way: readonly string[]): Figure | null {
    if (way.includes(id)) {
      this.cycle = [...way.slice(way.indexOf(id)), id];
      return null;
    }
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const indicator = this.data.catalogue.indicators.get(id);
    const figure = indicator ? this.resolve(indicator, [...way, id]) : null;
    this.known.set(id, figure);
    return figure;
  }

  private resolve(indicator: Indicator, way: readonly string[]): Figure | null {
    const observation = this.data.observations.get(indicator.id);
    if (isComputed(indicator)) {
      const computed = this.computed(indicator, way);
      if (observation) this.checkStated(observation, computed, way);
      return computed;
    }
    if (observation) return this.observed(observation, way);
    return indicator.sameAs === null ? null : this.same(indicator, indicator.sameAs, way);
  }

  private computed(indicator: Indicator, way: readonly string[]): Figure | null {
    const { totalOf, rateOf } = indicator;
    return totalOf ? this.total(indicator, totalOf, way) : rateOf && this.rate(indicator, rateOf, way);
  }

  /** What is typed for a computed indicator is never used: it is checked, or said to be of no use. */
  private checkStated(observation: Observation, computed: Figure | null, way: readonly string[]): void {
    const { indicator, given, span } = observation;
    const quantity =
      given.kind === "sameAs"
        ? this.figure(given.reference.id, way)?.quantity
        : this.recorded(observation)?.quantity;
    if (!quantity) return;
    if (computed) {
      compareStated(computed, quantity, span, this.report);
      return;
    }
    const missing = this.labelsMissing(computedFrom(indicator), way);
    const stated = formatFigure(quantity, indicator.unit);
    const whole = indicator.rateOf && this.figure(indicator.rateOf.whole, way);
    if (whole && isZero(whole)) {
      const facts = { label: indicator.label, whole: whole.indicator.label, reason: "zero" as const };
      this.report(diagnostic("rate-undefined", span, facts));
    }
    if (missing.length > 0)
      this.report(diagnostic("computed-unfounded", span, { label: indicator.label, stated, missing }));
  }

  private labelsMissing(ids: readonly string[], way: readonly string[]): readonly string[] {
    return ids
      .filter((id) => !this.told.has(id) && !this.figure(id, way))
      .flatMap((id) => this.data.catalogue.indicators.get(id)?.label ?? []);
  }

  private observed(observation: Observation, way: readonly string[]): Figure | null {
    const { indicator, given, partOf, period, span } = observation;
    const partOfIds = partOf ? [partOf.id] : [];
    if (given.kind !== "sameAs") return this.recorded(observation);
    const { id, span: at } = given.reference;
    const same = this.same(indicator, id, way);
    if (same)
      return { ...same, sources: [span, ...same.sources], period: period ?? same.period, partOf: partOfIds };
    this.tellEmpty(indicator, id, at);
    return null;
  }

  /** The amount that the data gives itself, or the sum of its parts. */
  private recorded({ indicator, given, partOf, period, span }: Observation): Figure | null {
    if (given.kind === "sameAs" || given.kind === "ledger") return null;
    const listed = given.kind === "parts" ? given.parts : [];
    const quantity =
      given.kind === "quantity"
        ? given.quantity
        : sumObservations(given, { indicator, year: this.data.year, period, span, report: this.report });
    if (!quantity) {
      this.told.add(indicator.id);
      return null;
    }
    const sources = listed.length > 0 ? [...new Set(listed.map((part) => part.span))] : [span];
    const partOfIds = partOf ? [partOf.id] : [];
    return { indicator, quantity, sources, period, parts: listed, sameAs: [], partOf: partOfIds };
  }

  private tellEmpty(indicator: Indicator, id: string, at: Span): void {
    const label = this.data.catalogue.indicators.get(id)?.label ?? id;
    if (this.cycle) this.report(diagnostic("figure-reference-cycle", at, { way: this.cycle }));
    else if (!this.told.has(id))
      this.report(diagnostic("figure-reference-empty", at, { key: "sameAs", label }));
    for (const each of [indicator.id, ...(this.cycle ?? [])]) this.told.add(each);
    this.cycle = null;
  }

  private same(indicator: Indicator, id: string, way: readonly string[]): Figure | null {
    const other = this.figure(id, way);
    return other && { ...other, indicator, sameAs: [id, ...other.sameAs], partOf: [] };
  }

  private total(indicator: Indicator, ids: readonly string[], way: readonly string[]): Figure | null {
    const parts = ids.flatMap((id) => this.figure(id, way) ?? []);
    if (this.cycle) return null;
    const missing = this.labelsMissing(ids, way);
    const total = totalFigure(indicator, parts, parts.length === ids.length);
    if (total && missing.length > 0) {
      const text = formatFigure(total.quantity, indicator.unit);
      const [first, ...others] = total.sources;
      const related = others.map((span) => ({ span, note: "part" as const }));
      this.report(
        diagnostic("total-incomplete", first ?? null, { label: indicator.label, missing, text }, related),
      );
    }
    return total;
  }

  private rate(
    indicator: Indicator,
    rateOf: NonNullable<Indicator["rateOf"]>,
    way: readonly string[],
  ): Figure | null {
    const part = this.figure(rateOf.part, way);
    const whole = this.figure(rateOf.whole, way);
    if (!part || !whole) return null;
    const rate = rateFigure(part, whole, indicator);
    if (typeof rate === "object") return rate;
    if (rate === "period" || !isZero(whole)) {
      const facts = { label: indicator.label, whole: whole.indicator.label, reason: rate };
      this.report(diagnostic("rate-undefined", whole.sources[0] ?? null, facts));
    }
    return null;
  }
}

/** A total that is typed all the same must not contradict its parts. */
function compareStated(
  computed: Figure,
  stated: Quantity,
  span: Span,
  report: (diagnostic: Diagnostic) => void,
): void {
  const { label, unit } = computed.indicator;
  const facts = {
    label,
    stated: formatFigure(stated, unit),
    computed: formatFigure(computed.quantity, unit),
  };
  const printed = computed.indicator.rateOf && printedRate(computed.quantity);
  if (!disjoint(stated, computed.quantity) || (printed && !disjoint(stated, printed))) {
    report(diagnostic("computed-stated", span, facts));
    return;
  }
  const related = computed.sources.map((source) => ({ span: source, note: "part" as const }));
  report(diagnostic("computed-differs", span, facts, related));
}
