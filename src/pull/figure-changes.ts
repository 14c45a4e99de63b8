import type { Figure } from "../aggregate/figure.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import { computedFrom, type Indicator } from "../catalogue/indicator.ts";
import { formatFigure, formatNumber } from "../quantity/format.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { readQuantity } from "../quantity/read.ts";
import type { Span } from "../source/source-file.ts";
import type { FigureEdit } from "./compare-paragraph.ts";
import type { Since } from "./since.ts";

/** What is to become of a number that was changed in Word. */
export type FigureFate =
  /** The data gets it. */
  | { readonly kind: "apply"; readonly span: Span; readonly text: string }
  /** The data says so already. */
  | { readonly kind: "done" }
  /** It is said to be the same as another, which was changed to the same. */
  | { readonly kind: "follows"; readonly label: string }
  /** The data has been changed as well, to something else. */
  | { readonly kind: "conflict"; readonly today: string }
  /** Other places of the report say something else. */
  | { readonly kind: "several"; readonly shown: readonly string[] }
  | { readonly kind: "no-amount"; readonly unit: string }
  /** Computed from these, which the data records. */
  | { readonly kind: "computed"; readonly from: readonly Figure[] }
  | { readonly kind: "same-as"; readonly figure: Figure; readonly span: Span }
  | { readonly kind: "recorded"; readonly from: "parts" | "ledger"; readonly spans: readonly Span[] }
  /** Today's data has no such figure. */
  | { readonly kind: "unknown" };

export interface FigureChange {
  readonly id: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** Its mark in the file was gone: it was found by its place. */
  readonly isGuess: boolean;
  /** Whether the report prints it otherwise than the data writes it: rounded, or in words. */
  readonly isReworded: boolean;
  /** In how many places of the report it was changed, and in how many it was not. */
  readonly changed: number;
  readonly unchanged: number;
  readonly fate: FigureFate;
}

export interface FigureInputs {
  readonly figures: YearFigures;
  readonly since: Since;
  /** How many places of the edited report show each indicator. */
  readonly places: ReadonlyMap<string, number>;
}

/** One change an indicator, whatever the number of places. */
export function figureChanges(edits: readonly FigureEdit[], inputs: FigureInputs): readonly FigureChange[] {
  const byId = new Map<string, FigureEdit[]>();
  for (const edit of edits)
    if (inputs.since.figureBy(edit.built.bookmark, edit.built.shown, edit.shown) !== "data")
      byId.set(edit.built.indicator, [...(byId.get(edit.built.indicator) ?? []), edit]);
  const changes = [...byId].map(([id, own]) => changeOf(id, own, inputs));
  return changes.map((change) => followed(change, changes, inputs.figures));
}

function changeOf(id: string, edits: readonly FigureEdit[], inputs: FigureInputs): FigureChange {
  const figure = inputs.figures.figures.get(id);
  const shown = [...new Map(edits.map((each) => [amountKey(each.shown, figure), each.shown])).values()];
  const [first] = edits;
  const before = first?.built.shown ?? "";
  const isReworded = figure !== undefined && !isPlain(before, figure);
  return {
    id,
    label: figure?.indicator.label ?? labelOf(id, inputs.figures),
    before,
    after: first?.shown ?? "",
    isGuess: edits.every(({ isGuess }) => isGuess),
    isReworded,
    changed: edits.length,
    unchanged: Math.max(0, (inputs.places.get(id) ?? 0) - edits.length),
    fate: shown.length > 1 ? { kind: "several", shown } : fateOf(first, figure, id, inputs),
  };
}

/** Rates and comparisons have ids of their own: `safety.hazardsFixed/safety.hazardsFound`, `safety.hazardsFound@yoy`. */
function basesOf(id: string): readonly string[] {
  return id.split("/").map((each) => each.replace(/@.*/, ""));
}

function labelOf(id: string, { data }: YearFigures): string {
  return basesOf(id)
    .map((base) => data.catalogue.indicators.get(base)?.label ?? base)
    .join("占");
}

function isPlain(shown: string, { indicator, quantity }: Figure): boolean {
  return shown === formatFigure(quantity, indicator.unit) || shown === formatNumber(quantity);
}

/** What two writings of the same amount have in common. */
function amountKey(shown: string, figure: Figure | undefined): string {
  const quantity = figure && amountIn(shown, figure.indicator);
  return quantity ? formatNumber(quantity) : shown;
}

/** Null where it is no amount of this indicator. */
function amountIn(shown: string, { unit, quantity }: Indicator): Quantity | null {
  const read = readQuantity(shown.trim(), unit, quantity);
  return read.ok ? read.quantity : null;
}

function fateOf(
  edit: FigureEdit | undefined,
  figure: Figure | undefined,
  id: string,
  { figures, since }: FigureInputs,
): FigureFate {
  if (!edit || !figure) {
    const from = recordedBehind(basesOf(id), figures);
    return from.length > 0 ? { kind: "computed", from } : { kind: "unknown" };
  }
  const { built, shown } = edit;
  const wanted = amountIn(shown, figure.indicator);
  if (!wanted) return { kind: "no-amount", unit: figure.indicator.unit };
  const text = formatNumber(wanted);
  if (text === formatNumber(figure.quantity)) return { kind: "done" };
  if (since.figureBy(built.bookmark, built.shown, shown) === null)
    return { kind: "conflict", today: built.shown };
  const computed = recordedBehind(computedFrom(figure.indicator), figures);
  return computed.length > 0 ? { kind: "computed", from: computed } : recordedFate(figure, figures, text);
}

/** The figures that have a line of data: of a total of totals, what those are made of. Each is looked at once. */
function recordedBehind(ids: readonly string[], { figures }: YearFigures): readonly Figure[] {
  const seen = new Set<string>();
  const found: Figure[] = [];
  const visit = (id: string): void => {
    const figure = figures.get(id);
    if (!figure || seen.has(id)) return;
    seen.add(id);
    const computed = computedFrom(figure.indicator);
    if (computed.length === 0) found.push(figure);
    for (const each of [...computed, ...figure.sameAs]) visit(each);
  };
  for (const id of ids) visit(id);
  return found;
}

/** By what the data records of it. */
function recordedFate(figure: Figure, { data, figures }: YearFigures, text: string): FigureFate {
  const observation = data.observations.get(figure.indicator.id);
  if (!observation) return { kind: "computed", from: [] };
  const { given, span } = observation;
  switch (given.kind) {
    case "quantity":
      return { kind: "apply", span: figure.sources[0] ?? span, text };
    case "sameAs": {
      const other = figures.get(given.reference.id);
      return other ? { kind: "same-as", figure: other, span: given.reference.span } : { kind: "unknown" };
    }
    case "parts":
      return { kind: "recorded", from: "parts", spans: given.parts.map((part) => part.span) };
    case "ledger":
      return { kind: "recorded", from: "ledger", spans: [span] };
  }
}

/** What is said to be the same as another follows it where that was changed likewise. */
function followed(
  change: FigureChange,
  changes: readonly FigureChange[],
  figures: YearFigures,
): FigureChange {
  if (change.fate.kind !== "same-as") return change;
  const own = figures.figures.get(change.id);
  const root = changes.find(({ id }) => own?.sameAs.includes(id));
  const rootFigure = root && figures.figures.get(root.id);
  if (!own || !root || !rootFigure) return change;
  const isSame = amountKey(change.after, own) === amountKey(root.after, rootFigure);
  return isSame ? { ...change, fate: { kind: "follows", label: root.label } } : change;
}
