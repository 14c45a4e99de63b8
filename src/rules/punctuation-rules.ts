import { halfWidthMark } from "./text/half-width-mark.ts";
import type { TextRule } from "./text-rule.ts";

/** Punctuation and layout of a line: GB/T 15834. */
export const punctuationRules: readonly TextRule[] = [halfWidthMark];
