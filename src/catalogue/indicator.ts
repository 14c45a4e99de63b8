/** How the amount of an indicator counts when a total in another unit adds it up. */
export interface CountsAs {
  readonly unit: string;
  /** `lower`: each one counts as at least one (480余家 were visited, so more than 480 visits). */
  readonly bound: "both" | "lower";
}

export interface RateOf {
  readonly part: string;
  readonly whole: string;
}

/** A year in which a unit or a definition changed. */
export interface Change {
  /** The first year of what came after. */
  readonly year: number;
  readonly reason: string;
  /** JSON Pointer of its declaration in the schema. */
  readonly pointer: string;
}

/** What is counted, as it is in some year. The schema that declares it is the only catalogue. */
export interface Indicator {
  /** Path below `indicators`, such as `safety.hazardsFound`. */
  readonly id: string;
  /** Chinese label, the schema's `title`. */
  readonly label: string;
  readonly description: string | null;
  readonly unit: string;
  /** Only where the source names a department. */
  readonly department: string | null;
  /** The title of the group that it stands in. */
  readonly group: string;
  /** `count`: whole things (次, 项, 家); `measure`: decimals are allowed (平方米, 吨). */
  readonly quantity: "count" | "measure";
  readonly totalOf: readonly string[] | null;
  readonly rateOf: RateOf | null;
  readonly countsAs: CountsAs | null;
  readonly sameAs: string | null;
  readonly partOf: string | null;
  readonly atMost: string | null;
  /** An exact number is worded rounded to this, as a decimal string: `100`. */
  readonly round: string | null;
  /** A change by more than this factor from one year to the next is remarkable, as a decimal string. */
  readonly jump: string | null;
  /** All years in which it changed, as the schema lists them. */
  readonly changes: readonly Change[];
  /** JSON Pointer of its declaration in the schema. */
  readonly pointer: string;
  /** The keywords that an earlier year has from `before`, and where they stand. */
  readonly places: ReadonlyMap<string, string>;
}

/** Where a keyword of an indicator stands in the schema, as a JSON Pointer. */
export function declaredAt({ pointer, places }: Indicator, keyword: string): string {
  return places.get(keyword) ?? `${pointer}/${keyword}`;
}

/** The indicators that a total or a rate is computed from. */
export function computedFrom({ totalOf, rateOf }: Indicator): readonly string[] {
  return [...(totalOf ?? []), ...(rateOf ? [rateOf.part, rateOf.whole] : [])];
}

/** Totals and rates are computed, never typed. */
export function isComputed(indicator: Indicator): boolean {
  return indicator.totalOf !== null || indicator.rateOf !== null;
}
