import type { Mark, Quantity } from "./quantity.ts";

const afterUnit: readonly Mark[] = ["左右", "以上"];
const afterDigits: readonly Mark[] = ["余", "多"];

/** Without the unit: 6300余, 650余万, 500左右. */
export function formatNumber(quantity: Quantity): string {
  return formatFigure(quantity, "");
}

/** With the unit: 6300余件次, 650余万元, 500人左右. Never a separator of thousands. */
export function formatFigure({ wording }: Quantity, unit: string): string {
  const { mark, digits, scale, markFirst } = wording;
  if (afterUnit.includes(mark)) return `${digits}${scale}${unit}${mark}`;
  if (!afterDigits.includes(mark)) return `${mark}${digits}${scale}${unit}`;
  return markFirst ? `${digits}${mark}${scale}${unit}` : `${digits}${scale}${mark}${unit}`;
}
