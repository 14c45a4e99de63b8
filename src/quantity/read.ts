import { isInteger, parseDecimal } from "./decimal.ts";
import { intervalOf, isEmptyOfZero, isUnround, type Kind, scaled } from "./phrase.ts";
import type { Quantity, Wording } from "./quantity.ts";
import { readWording } from "./written-form.ts";

export type QuantityFault =
  | { readonly kind: "unreadable" }
  | { readonly kind: "unit-differs"; readonly found: string }
  | { readonly kind: "leading-zero" }
  | { readonly kind: "bad-grouping" }
  /** A decimal of a unit that is counted: 1.5 件. */
  | { readonly kind: "not-whole" }
  /** 0余, 近0, 不足0. */
  | { readonly kind: "zero-approximate" }
  /** 61余 件, 近61 件 leave no whole number, 约61 件 leaves only one. */
  | { readonly kind: "approximation-not-round" }
  /** 近1200余, 约500左右. */
  | { readonly kind: "two-marks" }
  /** 3吨多, 500左右人: 余 and 多 stand before the unit, 左右 and 以上 after it. */
  | { readonly kind: "mark-misplaced" }
  | { readonly kind: "chinese-numerals" }
  | { readonly kind: "negative" }
  | { readonly kind: "too-long" };

export type ReadResult =
  | { readonly ok: true; readonly quantity: Quantity }
  | { readonly ok: false; readonly reason: QuantityFault };

const maxLength = 100;

/** An amount as a clerk writes it; a unit, where one is written, must be the given one. */
export function readQuantity(text: string, unit: string, kind: Kind): ReadResult {
  if (text.length > maxLength) return { ok: false, reason: { kind: "too-long" } };
  const wording = readWording(halfWidth(text), halfWidth(unit));
  return "kind" in wording ? { ok: false, reason: wording } : weigh(wording, kind);
}

function halfWidth(text: string): string {
  return text.replace(/[０-９，．％－]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0)).trim();
}

function weigh(wording: Wording, kind: Kind): ReadResult {
  const { mark, digits, scale } = wording;
  const number = parseDecimal(digits);
  if (!number) return { ok: false, reason: { kind: "unreadable" } };
  const value = scaled(number, scale);
  const fraction = !isInteger(value) || (scale === "" && digits.includes("."));
  if (isEmptyOfZero(mark, value)) return { ok: false, reason: { kind: "zero-approximate" } };
  if (kind === "count" && fraction) return { ok: false, reason: { kind: "not-whole" } };
  if (isUnround(mark, value, kind)) return { ok: false, reason: { kind: "approximation-not-round" } };
  return { ok: true, quantity: { ...intervalOf(mark, value), wording } };
}
