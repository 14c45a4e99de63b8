import type { YearData } from "../validate/year-data.ts";
import type { Figure } from "./figure.ts";

/** A year's figures in the order of the schema; what the data does not have is absent. */
export interface YearFigures {
  readonly year: number;
  readonly data: YearData;
  readonly figures: ReadonlyMap<string, Figure>;
}
