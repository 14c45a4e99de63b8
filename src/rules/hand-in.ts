import type { YearFigures } from "../aggregate/year-figures.ts";
import { readHandIn } from "../catalogue/outline.ts";
import { locateInSchema } from "../catalogue/schema-source.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { locate, nodeAt } from "../parse/data-node.ts";

/** The day before which the report of a year is to be handed in, where the schema says; ISO date. */
function limitOf({ year, data }: YearFigures): string | null {
  const day = readHandIn(data.schema.source.root);
  return day === null ? null : `${year + 1}-${day}`;
}

function issuedOn({ data }: YearFigures): string | null {
  const node = nodeAt(data.source.root, "/issued/date");
  return node?.kind === "scalar" && node.value !== null ? node.text : null;
}

/** A date of issue that is no longer before the limit. */
export function checkHandIn(figures: YearFigures): readonly Diagnostic[] {
  const [limit, date] = [limitOf(figures), issuedOn(figures)];
  if (limit === null || date === null || date < limit) return [];
  const span = locate(figures.data.source.root, "/issued/date", "value");
  const declared = { span: locateInSchema(figures.data.schema.source, "/handIn"), note: "declared" } as const;
  return [diagnostic("hand-in-late", span, { date, limit }, [declared])];
}

/** When a report that has no date of issue yet is to be handed in: told of the latest year, since no clock is looked at. */
export function handInLimit(figures: YearFigures): readonly Diagnostic[] {
  const limit = limitOf(figures);
  if (limit === null || issuedOn(figures) !== null) return [];
  const span = locate(figures.data.source.root, "/year", "value");
  return [diagnostic("hand-in-limit", span, { year: figures.year, limit })];
}
