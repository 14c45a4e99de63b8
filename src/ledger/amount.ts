import { type QuantityFault, readQuantity } from "../quantity/read.ts";
import type { RunningSum } from "../quantity/running-sum.ts";
import type { LedgerQuery } from "./query.ts";

const plain = /^(?:0|[1-9]\d{0,10})(?:\.(\d{1,2}))?$/;
/** 3.00 people are three people; a spreadsheet writes them so. */
const wholeWithZeros = /^([\d,，]+)[.．]0+$/;

/** Adds what a cell says to the sums; gives why it cannot be read. */
export function addAmount(
  text: string,
  { unit, kind }: Pick<LedgerQuery, "unit" | "kind">,
  sums: readonly RunningSum[],
): QuantityFault | null {
  const digits = kind === "count" ? text.replace(wholeWithZeros, "$1") : text;
  const match = plain.exec(digits);
  if (match && (kind === "measure" || match[1] === undefined)) {
    const hundredths = Math.round(Number(digits) * 100);
    for (const sum of sums) sum.addPlain(digits, hundredths);
    return null;
  }
  const read = readQuantity(digits, unit, kind);
  if (!read.ok) return read.reason;
  for (const sum of sums) sum.add(read.quantity);
  return null;
}
