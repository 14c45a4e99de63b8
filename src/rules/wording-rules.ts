import { legalUnit } from "./text/legal-unit.ts";
import type { TextRule } from "./text-rule.ts";

/** Numerals, units, dates, names of documents and words: GB/T 15835, GB/T 9704, legal units. */
export const wordingRules: readonly TextRule[] = [legalUnit];
