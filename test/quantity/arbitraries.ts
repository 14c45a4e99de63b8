import fc from "fast-check";
import { type Decimal, zero } from "../../src/quantity/decimal.ts";
import { addIntervals, exactly, type Interval } from "../../src/quantity/interval.ts";
import type { Kind } from "../../src/quantity/phrase.ts";
import type { Mark, Quantity, Scale, Wording } from "../../src/quantity/quantity.ts";
import { readQuantity } from "../../src/quantity/read.ts";

const resolution = 20;
/** 1 as these tests count it: in units of 10^-20, apart from the arithmetic that they check. */
export const unit: bigint = 10n ** BigInt(resolution);

export function big({ units, scale }: Decimal): bigint {
  if (scale > resolution) throw new RangeError("finer than the tests can see");
  return units * 10n ** BigInt(resolution - scale);
}

export function holds({ lower, upper }: Interval, value: bigint): boolean {
  const above = !lower || big(lower.value) < value || (lower.closed && big(lower.value) === value);
  return above && (!upper || value < big(upper.value) || (upper.closed && big(upper.value) === value));
}

export const kinds: fc.Arbitrary<Kind> = fc.constantFrom("count", "measure");
export const vague: readonly Mark[] = ["余", "多", "近", "约", "左右"];
const marks = fc.constantFrom<Mark>("", "", "超过", "超", "以上", "至少", "不足", ...vague);
const heads = fc.oneof(fc.bigInt({ min: 1n, max: 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }));
const parts = fc.record({
  mark: marks,
  head: fc.oneof({ arbitrary: heads, weight: 9 }, { arbitrary: fc.constant(0n), weight: 1 }),
  zeros: fc.nat(5),
  fraction: fc.oneof(
    fc.constant(""),
    fc.nat(9).map(String),
    fc.nat(999).map((n) => String(n).padStart(3, "0")),
  ),
  scale: fc.constantFrom<Scale>("", "万", "亿"),
  first: fc.boolean(),
});

function wordingOf(kind: Kind, { mark, head, zeros, fraction, scale, first }: Parts): Wording {
  const approximate = mark === "不足" || vague.includes(mark);
  const counted = kind === "count" && scale === "";
  const nonZero = head === 0n && approximate ? 1n : head;
  const whole = nonZero === 0n ? "0" : `${nonZero}${"0".repeat(zeros + (counted && approximate ? 1 : 0))}`;
  const digits = fraction === "" || counted ? whole : `${whole}.${fraction}`;
  return { mark, digits, scale, markFirst: first && scale !== "" && (mark === "余" || mark === "多") };
}

type Parts = typeof parts extends fc.Arbitrary<infer P> ? P : never;

const written: Readonly<Record<Kind, fc.Arbitrary<Wording>>> = {
  count: parts.map((each) => wordingOf("count", each)),
  measure: parts.map((each) => wordingOf("measure", each)),
};

/** Every wording that can be written for a kind of unit. */
export function wordings(kind: Kind): fc.Arbitrary<Wording> {
  return written[kind];
}

export function spell({ mark, digits, scale, markFirst }: Wording): string {
  if (mark === "左右" || mark === "以上") return `${digits}${scale}${mark}`;
  if (mark !== "余" && mark !== "多") return `${mark}${digits}${scale}`;
  return markFirst ? `${digits}${mark}${scale}` : `${digits}${scale}${mark}`;
}

export function read(text: string, unitName = "", kind: Kind = "measure"): Quantity {
  const result = readQuantity(text, unitName, kind);
  if (!result.ok) throw new Error(`${text}: ${result.reason.kind}`);
  return result.quantity;
}

export function quantities(kind: Kind): fc.Arbitrary<Quantity> {
  return wordings(kind).map((wording) => read(spell(wording), "", kind));
}

export function exacts(kind: Kind): fc.Arbitrary<Quantity> {
  return parts.map((each) => read(spell(wordingOf(kind, { ...each, mark: "" })), "", kind));
}

export interface Case {
  readonly quantity: Quantity;
  /** An amount that the quantity leaves possible, in units of 10^-20. */
  readonly witness: bigint;
}

/** A witness is drawn from the whole interval, and often from its very edge. */
export function cases(kind: Kind, from: fc.Arbitrary<Quantity> = quantities(kind)): fc.Arbitrary<Case> {
  const place = fc.oneof(fc.constantFrom(0, 1, 999, 1000), fc.nat(1000));
  return fc.tuple(from, place).map(([quantity, at]) => ({ quantity, witness: witness(quantity, kind, at) }));
}

function witness({ lower, upper }: Quantity, kind: Kind, at: number): bigint {
  const grain = kind === "count" ? unit : 1n;
  const edge = (bound: { readonly closed: boolean } | null): bigint => (bound?.closed === false ? grain : 0n);
  const least = lower ? big(lower.value) + edge(lower) : 0n;
  const greatest = upper ? big(upper.value) - edge(upper) : least + 5000n * unit;
  const value = least + ((greatest - least) * BigInt(at)) / 1000n;
  return kind === "count" ? (value / unit) * unit : value;
}

export function sumIntervals(list: readonly Interval[]): Interval {
  return list.reduce(addIntervals, exactly(zero));
}
