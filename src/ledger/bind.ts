import { suggest } from "../catalogue/suggest.ts";
import { diagnostic } from "../diagnostic/diagnostic.ts";
import type { TableContext } from "./answer.ts";
import { columnNames, placesOf, sameUnit, unitInName, unitInTitles } from "./header.ts";
import type { LedgerQuery } from "./query.ts";
import { cellAt, columnLetters, normalName, normalValue, type Row } from "./row.ts";

/** Where a query's columns stand in a table. */
export interface Binding {
  readonly sum: number | null;
  readonly period: number | null;
  readonly where: readonly Condition[];
}

export interface Condition {
  readonly column: number;
  readonly name: string;
  /** As they are compared, with the words of the data. */
  readonly wanted: ReadonlyMap<string, string>;
}

/** Finds a query's columns; null after telling which are missing, repeated or in another unit. */
export function bind(
  query: LedgerQuery,
  header: Row,
  titles: readonly Row[],
  context: TableContext,
): Binding | null {
  const at = (name: string | null): number | null =>
    name === null ? null : columnAt(name, query, header, context);
  const [sum, period] = [at(query.sum), at(query.period)];
  const where = [...query.where].map(([name, values]): Condition => {
    const wanted = new Map(values.map((value) => [normalValue(value), value]));
    return { column: at(name) ?? -1, name, wanted };
  });
  const missing = where.some(({ column }) => column < 0) || (query.sum !== null && sum === null);
  if (missing || (query.period !== null && period === null)) return null;
  return sum !== null && otherUnit(query, header, sum, titles, context) ? null : { sum, period, where };
}

function columnAt(
  name: string,
  { span }: LedgerQuery,
  header: Row,
  { table, faults }: TableContext,
): number | null {
  const places = placesOf(header, name);
  const [first, second] = places;
  if (first !== undefined && second === undefined) return first;
  if (first !== undefined) {
    const letters = places.map(columnLetters);
    faults.add(diagnostic("ledger-column-repeated", span, { ...table, column: name, letters }));
    return null;
  }
  const columns = columnNames(header);
  const wanted = normalName(name);
  const longer = columns.find(
    (each) => normalName(each).includes(wanted) || (each.length > 1 && wanted.includes(normalName(each))),
  );
  const suggestion = longer ?? suggest(wanted, columns);
  const facts = { ...table, column: name, columns: columns.slice(0, 20), suggestion };
  faults.add(diagnostic("ledger-column-missing", span, facts));
  return null;
}

function otherUnit(
  { unit, span }: LedgerQuery,
  header: Row,
  column: number,
  titles: readonly Row[],
  { table, faults }: TableContext,
): boolean {
  const name = cellAt(header, column);
  const inTitles = /^[千万亿]?元$/.test(unit) ? unitInTitles(titles) : null;
  const found = unitInName(name) ?? inTitles;
  if (found === null || sameUnit(found, normalName(unit))) return false;
  faults.add(diagnostic("ledger-unit-differs", span, { ...table, column: normalName(name), found, unit }));
  return true;
}
