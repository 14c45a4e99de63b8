import { numberTyped } from "./text/number-typed.ts";
import { yearStale } from "./text/year-stale.ts";
import type { TextRule } from "./text-rule.ts";

/** What is well written, but cannot be meant in the report of this year. */
export const senseRules: readonly TextRule[] = [yearStale, numberTyped];
