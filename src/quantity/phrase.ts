import {
  type Decimal,
  decimalText,
  isInteger,
  isZero,
  minus,
  plus,
  powerOfTen,
  times,
  zero,
} from "./decimal.ts";
import { exactly, type Interval } from "./interval.ts";
import type { Bound, Mark, Quantity, Scale } from "./quantity.ts";

export type Kind = "count" | "measure";

const exponents = { "": 0, 万: 4, 亿: 8 } as const satisfies Record<Scale, number>;
const roundMarks: readonly Mark[] = ["余", "多", "近", "约", "左右"];

/** A mark with a number, and the amounts that it leaves possible. */
export function phrase(mark: Mark, value: Decimal, scale: Scale): Quantity {
  const digits = decimalText(times(value, powerOfTen(-exponents[scale])));
  return { ...intervalOf(mark, value), wording: { mark, digits, scale, markFirst: false } };
}

export function scaled(value: Decimal, scale: Scale): Decimal {
  return times(value, powerOfTen(exponents[scale]));
}

export function intervalOf(mark: Mark, value: Decimal): Interval {
  switch (mark) {
    case "":
      return exactly(value);
    case "余":
    case "多":
      return { lower: open(value), upper: open(plus(value, lastDigitUnit(value))) };
    case "近":
      return { lower: open(minus(value, lastDigitUnit(value))), upper: open(value) };
    case "约":
    case "左右":
      return around(value);
    case "超过":
    case "超":
      return { lower: open(value), upper: null };
    case "以上":
    case "至少":
      return { lower: closed(value), upper: null };
    case "不足":
      return { lower: closed(zero), upper: open(value) };
  }
}

function around(value: Decimal): Interval {
  const half = times(lastDigitUnit(value), { units: 5n, scale: 1 });
  return { lower: closed(minus(value, half)), upper: closed(plus(value, half)) };
}

const open = (value: Decimal): Bound => ({ value, closed: false });
const closed = (value: Decimal): Bound => ({ value, closed: true });

/** The unit of the last digit that is not zero: 100 for 6300, 0.01 for 22.77. Of 0 nothing vague is said. */
function lastDigitUnit({ units, scale }: Decimal): Decimal {
  const zeros = /0*$/.exec(String(units))?.[0].length ?? 0;
  return powerOfTen(zeros - scale);
}

/** 0余, 近0 and 不足0 say nothing. */
export function isEmptyOfZero(mark: Mark, value: Decimal): boolean {
  return isZero(value) && (mark === "不足" || roundMarks.includes(mark));
}

/** Of whole things, 61余 and 近61 leave none, and 约61 leaves 61: such a mark wants a round number. */
export function isUnround(mark: Mark, value: Decimal, kind: Kind): boolean {
  return kind === "count" && roundMarks.includes(mark) && !(isInteger(value) && value.units % 10n === 0n);
}
