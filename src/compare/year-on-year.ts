import type { Figure } from "../aggregate/figure.ts";
import { mergeSpans } from "../aggregate/rate.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import { type Change, changeOf } from "../quantity/change.ts";
import { yearOnYearWords } from "../quantity/change-words.ts";
import { formatFigure } from "../quantity/format.ts";
import type { Quantity } from "../quantity/quantity.ts";
import type { Span } from "../source/source-file.ts";
import { type Comparison, compareFigures, type DeclaredChange } from "./comparison.ts";
import { compareStated } from "./stated-last-year.ts";

/** Why nothing is said of a year beside the one before. `no-year`: nothing is known of that year. */
export type Unsaid = "no-year" | "unit" | "definition" | "period" | "overlap";

/** What can be said, for certain, of an indicator beside the year before. */
export type YearOnYear =
  | {
      readonly kind: "said";
      readonly now: Figure;
      readonly last: LastAmount;
      readonly change: Change;
      /** 同比增长12.3%, 与上年持平, 上年为0次. */
      readonly words: string;
    }
  /** The file of the year before is there, and has no such figure. */
  | { readonly kind: "new"; readonly now: Figure }
  | {
      readonly kind: "unsaid";
      readonly reason: Unsaid;
      readonly now: Figure;
      readonly last: LastAmount | null;
      readonly declared: DeclaredChange | null;
    };

/** An amount of the year before, in the unit of its time. */
export interface LastAmount {
  readonly quantity: Quantity;
  readonly unit: string;
  readonly sources: readonly Span[];
}

type Known = Map<string, YearOnYear | null>;

/** By a year and the one before. A year does not hold the one before it: all of a run would be held by the last. */
const known = new WeakMap<YearFigures, WeakMap<object, Known>>();
const noYear = {};

/**
 * Null: this year has no figure of the indicator. `last`: null where the year before has no file. Worked out once:
 * the table, its notes and the text ask for the same.
 */
export function yearOnYear(id: string, now: YearFigures, last: YearFigures | null): YearOnYear | null {
  const byLast = known.get(now) ?? new WeakMap<object, Known>();
  known.set(now, byLast);
  const byId = byLast.get(last ?? noYear) ?? new Map<string, YearOnYear | null>();
  byLast.set(last ?? noYear, byId);
  const found = byId.get(id) ?? compared(id, now, last);
  byId.set(id, found);
  return found;
}

function compared(id: string, now: YearFigures, last: YearFigures | null): YearOnYear | null {
  const figure = now.figures.get(id);
  if (!figure) return null;
  const comparison = last && compareFigures(id, now, last);
  const stated = now.data.statedLastYear.get(id);
  const { unit } = figure.indicator;
  if (stated && (comparison?.kind !== "comparable" || isRevised(stated.quantity, comparison)))
    return said(figure, { quantity: stated.quantity, unit, sources: [stated.span] });
  if (!comparison || comparison.kind === "vanished") return unsaid("no-year", figure, null, null);
  if (comparison.kind === "new") return { kind: "new", now: figure };
  const before = lastAmount(comparison.last);
  if (comparison.kind === "comparable") return said(figure, before);
  const declared = comparison.kind === "period" ? null : comparison.declared;
  return unsaid(comparison.kind, figure, before, declared);
}

/** What this year states instead of what last year's file has is meant; that the two differ is an error of its own. */
function isRevised(stated: Quantity, { last }: Extract<Comparison, { kind: "comparable" }>): boolean {
  return compareStated(stated, last.quantity, last.indicator) === "differs";
}

export function lastAmount({ quantity, indicator, sources }: Figure): LastAmount {
  return { quantity, unit: indicator.unit, sources };
}

function said(now: Figure, last: LastAmount): YearOnYear {
  const change = changeOf(last.quantity, now.quantity);
  const words = wordsOf(change, last);
  return words === null ? unsaid("overlap", now, last, null) : { kind: "said", now, last, change, words };
}

function wordsOf(change: Change, { quantity, unit }: LastAmount): string | null {
  const fromZero = change.trend.kind === "from-zero" && unit !== "%";
  return fromZero ? `上年为${formatFigure(quantity, unit)}` : yearOnYearWords(change, unit);
}

function unsaid(
  reason: Unsaid,
  now: Figure,
  last: LastAmount | null,
  declared: DeclaredChange | null,
): YearOnYear {
  return { kind: "unsaid", reason, now, last, declared };
}

/** What was said as a figure of its own, which is not mistaken for the amount. */
export function changeFigure({ now, last, change }: Extract<YearOnYear, { kind: "said" }>): Figure {
  const { indicator } = now;
  return {
    indicator: { ...indicator, id: `${indicator.id}@yoy`, label: `${indicator.label}同比`, unit: "%" },
    quantity: {
      lower: change.percent?.lower ?? null,
      upper: change.percent?.upper ?? null,
      wording: { mark: "", digits: "", scale: "", markFirst: false },
    },
    sources: mergeSpans(now.sources, last.sources),
    period: now.period,
    parts: [],
    sameAs: [],
    partOf: [],
  };
}

/** An amount of the year before, which is not mistaken for this year's. */
export function lastFigure({ indicator }: Figure, last: LastAmount, year: number): Figure {
  return {
    indicator: {
      ...indicator,
      id: `${indicator.id}@${year}`,
      label: `${indicator.label}（${year}年）`,
      unit: last.unit,
    },
    quantity: last.quantity,
    sources: last.sources,
    period: null,
    parts: [],
    sameAs: [],
    partOf: [],
  };
}
