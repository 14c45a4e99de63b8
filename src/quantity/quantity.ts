import type { Decimal } from "./decimal.ts";

export interface Bound {
  readonly value: Decimal;
  readonly closed: boolean;
}

/** The mark of approximation, as it was or will be written. */
export type Mark =
  | "" // exact
  | "余"
  | "多"
  | "近"
  | "约"
  | "左右"
  | "超过"
  | "超"
  | "以上"
  | "至少"
  | "不足";

export type Scale = "" | "万" | "亿";

/** The words of a quantity: 1.2万余 is { mark 余, digits 1.2, scale 万, markFirst false }. */
export interface Wording {
  readonly mark: Mark;
  /** Half-width digits without separators, as written: "6300", "1.50". */
  readonly digits: string;
  readonly scale: Scale;
  /** 650余万 (true) or 65万余 (false); only with 余 or 多 and a scale. */
  readonly markFirst: boolean;
}

/** An honest number. A bound of null is unknown. */
export interface Quantity {
  readonly lower: Bound | null;
  readonly upper: Bound | null;
  readonly wording: Wording;
}
