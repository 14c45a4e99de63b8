import type { Indicator } from "../catalogue/indicator.ts";
import { isExact, sameInterval } from "../quantity/interval.ts";
import { rateOf } from "../quantity/rate.ts";
import type { Span } from "../source/source-file.ts";
import type { Figure } from "./figure.ts";

/** Whether the data proves that a part is the whole: it says so (`sameAs`), or both are exact and equal. */
export function isWholeOf(part: Figure, whole: Figure): boolean {
  if (part.period?.text !== whole.period?.text) return false;
  if (part.sameAs.includes(whole.indicator.id)) return true;
  return isExact(part.quantity) && sameInterval(part.quantity, whole.quantity);
}

/** Why there is no rate: the whole may be nothing, or the two are for different parts of the year. */
export type NoRate = "zero" | "period";

/** The share of a part in a whole, in percent, as a figure of its own. */
export function rateFigure(part: Figure, whole: Figure, declared: Indicator | null = null): Figure | NoRate {
  if (part.period?.text !== whole.period?.text) return "period";
  const { indicator } = part;
  const partAtMostWhole =
    [indicator.atMost, indicator.partOf, ...part.partOf].includes(whole.indicator.id) ||
    (whole.indicator.unit === indicator.unit && (whole.indicator.totalOf ?? []).includes(indicator.id));
  const quantity = rateOf(part.quantity, whole.quantity, {
    partAtMostWhole,
    decimals: 1,
    same: isWholeOf(part, whole),
  });
  if (!quantity) return "zero";
  const sources = mergeSpans(part.sources, whole.sources);
  return {
    indicator: declared ?? rateIndicator(part, whole),
    quantity,
    sources,
    period: part.period,
    parts: [],
    sameAs: [],
    partOf: [],
  };
}

function rateIndicator({ indicator: part }: Figure, { indicator: whole }: Figure): Indicator {
  return {
    id: `${part.id}/${whole.id}`,
    label: `${part.label}占${whole.label}`,
    description: null,
    unit: "%",
    department: null,
    group: part.group,
    quantity: "measure",
    totalOf: null,
    rateOf: { part: part.id, whole: whole.id },
    countsAs: null,
    sameAs: null,
    partOf: null,
    atMost: null,
    round: null,
    jump: null,
    changes: [],
    pointer: part.pointer,
    places: new Map(),
  };
}

export function mergeSpans(...lists: readonly (readonly Span[])[]): readonly Span[] {
  const byStart = new Map(lists.flat().map((span) => [`${span.file.path}:${span.start}`, span]));
  return [...byStart.values()];
}
