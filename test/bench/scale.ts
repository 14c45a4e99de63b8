/** How much is measured: enough to see that all works, or enough to quote. */
export interface Scale {
  readonly name: "quick" | "whole";
  /** Of interleaved whole processes. */
  readonly coldRounds: number;
  readonly warmUpMilliseconds: number;
  readonly warmRounds: number;
  /** Of one report, stage by stage. */
  readonly stageRounds: number;
  readonly reports: readonly number[];
  readonly batchRounds: number;
  readonly indicators: readonly number[];
  readonly years: readonly number[];
  /** Indicators and years of an office that is large in both. */
  readonly large: readonly (readonly [number, number])[];
  readonly growthRounds: number;
  readonly ledgerRows: readonly number[];
  readonly soakReports: number;
}

export const scales: { readonly quick: Scale; readonly whole: Scale } = {
  quick: {
    name: "quick",
    coldRounds: 5,
    warmUpMilliseconds: 2000,
    warmRounds: 5,
    stageRounds: 50,
    reports: [1, 10, 100],
    batchRounds: 1,
    indicators: [10, 100, 1000],
    years: [1, 10],
    large: [],
    growthRounds: 3,
    ledgerRows: [1000, 10_000, 100_000],
    soakReports: 300,
  },
  whole: {
    name: "whole",
    coldRounds: 21,
    warmUpMilliseconds: 3000,
    warmRounds: 21,
    stageRounds: 1000,
    reports: [1, 10, 50, 100, 250, 1000],
    batchRounds: 3,
    indicators: [10, 100, 1000, 10_000],
    years: [1, 10, 50, 100],
    large: [[2000, 50]],
    growthRounds: 9,
    ledgerRows: [1000, 10_000, 100_000, 1_000_000],
    soakReports: 10_000,
  },
};
