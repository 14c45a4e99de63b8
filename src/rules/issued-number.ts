import type { YearFigures } from "../aggregate/year-figures.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { nodeAt } from "../parse/data-node.ts";

/** The year in the report's own number is that in which it is issued (GB/T 9704 §7.2.5). */
export function checkIssuedNumber({ data }: YearFigures): readonly Diagnostic[] {
  const { root } = data.source;
  const [number, date] = [nodeAt(root, "/issued/number"), nodeAt(root, "/issued/date")];
  if (number?.kind !== "scalar" || date?.kind !== "scalar") return [];
  const year = /〔(\d{4})〕/.exec(number.text)?.[1];
  const issued = /^\d{4}(?=-)/.exec(date.text)?.[0];
  if (year === undefined || issued === undefined || year === issued) return [];
  const facts = { found: number.text, year, issued };
  return [diagnostic("issued-number-year", number.span, facts, [{ span: date.span, note: "here" }])];
}
