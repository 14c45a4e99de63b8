import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { formatFigure } from "../quantity/format.ts";
import { certainlyGreater, closeForCount, disjoint, possiblyGreater } from "../quantity/interval.ts";
import type { Quantity } from "../quantity/quantity.ts";
import type { Figure } from "./figure.ts";

type Relation = "atMost" | "partOf" | "sameAs";
type Verdict = "holds" | "doubtful" | "violated";

/** What the schema or the data says of two figures, held against their bounds. */
export function checkRelations(
  figures: ReadonlyMap<string, Figure>,
  report: (diagnostic: Diagnostic) => void,
): void {
  for (const figure of figures.values()) {
    const { atMost, partOf, sameAs } = figure.indicator;
    const stated: (readonly [Relation, string | null])[] = [
      ["atMost", atMost],
      ["partOf", partOf],
      ["sameAs", sameAs],
      ...figure.partOf.map((id) => ["partOf", id] as const),
    ];
    for (const [relation, id] of stated) {
      const found = id === null || figure.sameAs.includes(id) ? undefined : figures.get(id);
      const other = found && isComparable(relation, figure, found) ? found : undefined;
      const verdict = other ? verdictOf(relation, bounds(figure), bounds(other)) : "holds";
      if (other && verdict !== "holds") report(finding(verdict, relation, figure, other));
    }
  }
}

/** A part of the year is held against the whole year or the same part; two different parts say nothing of each other. */
function isComparable(relation: Relation, { period }: Figure, other: Figure): boolean {
  return period?.text === other.period?.text || (relation !== "sameAs" && other.period === null);
}

/** Whole things have no amounts between: more than 6300 of them are at least 6301. */
function bounds({ indicator, quantity }: Figure): Quantity {
  return indicator.quantity === "count" ? closeForCount(quantity) : quantity;
}

function verdictOf(relation: Relation, a: Quantity, b: Quantity): Verdict {
  if (relation === "sameAs") return disjoint(a, b) ? "violated" : "holds";
  if (certainlyGreater(a, b)) return "violated";
  return possiblyGreater(a, b) ? "doubtful" : "holds";
}

function finding(
  verdict: "doubtful" | "violated",
  relation: Relation,
  figure: Figure,
  other: Figure,
): Diagnostic {
  const [span, ...more] = figure.sources;
  const note = relation === "sameAs" ? ("same" as const) : ("whole" as const);
  const related = [
    ...more.map((each) => ({ span: each, note: "part" as const })),
    ...other.sources.map((each) => ({ span: each, note })),
  ];
  const facts = {
    relation,
    label: figure.indicator.label,
    text: formatFigure(figure.quantity, figure.indicator.unit),
    other: other.indicator.label,
    otherText: formatFigure(other.quantity, other.indicator.unit),
  };
  return diagnostic(
    verdict === "violated" ? "relation-violated" : "relation-doubtful",
    span ?? null,
    facts,
    related,
  );
}
