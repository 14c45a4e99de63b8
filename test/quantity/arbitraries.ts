import fc from "fast-check";
import type { Decimal } from "../../src/quantity/decimal.ts";
import type { Interval } from "../../src/quantity/interval.ts";
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
const oneSided: readonly Mark[] = ["", "超过", "超", "以上", "至少"];
const scales: fc.Arbitrary<Scale> = fc.constantFrom("", "万", "亿");
const heads: fc.Arbitrary<bigint> = fc.oneof(
  fc.bigInt({ min: 1n, max: 12n }),
  fc.bigInt({ min: 1n, max: 10n ** 9n }),
);

function fractions(kind: Kind, scale: Scale): fc.Arbitrary<string> {
  if (kind === "count" && scale === "") return fc.constant("");
  return fc.oneof(fc.constant(""), fc.stringMatching(/^[0-9]{1,3}$/));
}

function markedWordings(kind: Kind, scale: Scale): fc.Arbitrary<Wording> {
  const marks = fc.constantFrom<Mark>(...vague, "不足");
  return fc
    .tuple(marks, heads, fc.nat(5), fractions(kind, scale), fc.boolean())
    .map(([mark, head, zeros, fraction, first]) => {
      const round = kind === "count" && scale === "" ? 1 : 0;
      const digits = `${head}${"0".repeat(zeros + round)}${fraction && `.${fraction}`}`;
      return { mark, digits, scale, markFirst: first && scale !== "" && (mark === "余" || mark === "多") };
    });
}

function plainWordings(kind: Kind, scale: Scale): fc.Arbitrary<Wording> {
  const whole = fc.oneof(fc.constant(0n), heads);
  return fc
    .tuple(fc.constantFrom(...oneSided), whole, fractions(kind, scale))
    .map(([mark, head, fraction]) => ({
      mark,
      digits: `${head}${fraction && `.${fraction}`}`,
      scale,
      markFirst: false,
    }));
}

/** Every wording that can be written for a kind of unit. */
export function wordings(kind: Kind): fc.Arbitrary<Wording> {
  return scales.chain((scale) => fc.oneof(markedWordings(kind, scale), plainWordings(kind, scale)));
}

export function exactWordings(kind: Kind): fc.Arbitrary<Wording> {
  return scales.chain((scale) => plainWordings(kind, scale)).map((each) => ({ ...each, mark: "" }));
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
  return exactWordings(kind).map((wording) => read(spell(wording), "", kind));
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
