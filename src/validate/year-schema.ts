import type { ErrorObject } from "ajv/dist/2020.js";
import type { Catalogues } from "../catalogue/catalogue.ts";
import type { SchemaSource } from "../catalogue/schema-source.ts";
import { failed, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import { type PatternBudget, PatternTooSlow } from "./pattern-match.ts";
import { invalid, nowhere, placeOfPattern } from "./schema-places.ts";

export type { ErrorObject };

/** A schema that is ready to check a year's data. */
export interface YearSchema {
  readonly source: SchemaSource;
  readonly catalogues: Catalogues;
  /** What is wrong with the data; null, and a diagnostic, where the schema makes that too costly to find out. */
  readonly check: (value: unknown) => Outcome<readonly ErrorObject[]>;
}

/** A function that a schema was compiled to; what it found is left on it. */
export interface Validator {
  (value: unknown): unknown;
  readonly errors?: readonly ErrorObject[] | null;
}

/** `others` are asked for only where a pattern has to be found in them. */
export function checkerOf(
  validate: Validator,
  main: SchemaSource,
  others: () => readonly SchemaSource[],
  budget: PatternBudget,
): YearSchema["check"] {
  return (value) => {
    budget.refill();
    try {
      return outcome(validate(value) ? [] : (validate.errors ?? []), []);
    } catch (error) {
      if (error instanceof RangeError) return failed(invalid(main, { ...nowhere, fault: { kind: "depth" } }));
      if (!(error instanceof PatternTooSlow)) throw error;
      return failed(invalid(...placeOfPattern([main, ...others()], error.pattern, { kind: "pattern-slow" })));
    }
  };
}
