import { dashForm } from "./text/dash-form.ts";
import { ellipsisForm } from "./text/ellipsis-form.ts";
import { endMarkMissing } from "./text/end-mark-missing.ts";
import { fullWidthAlphanumeric } from "./text/full-width-alphanumeric.ts";
import { halfWidthMark } from "./text/half-width-mark.ts";
import { headingEndMark } from "./text/heading-end-mark.ts";
import { markDoubled } from "./text/mark-doubled.ts";
import { markStray } from "./text/mark-stray.ts";
import { ordinalForm } from "./text/ordinal-form.ts";
import { ordinalSequence } from "./text/ordinal-sequence.ts";
import { pairEmpty } from "./text/pair-empty.ts";
import { pairNested } from "./text/pair-nested.ts";
import { pairUnbalanced } from "./text/pair-unbalanced.ts";
import { quoteStraight } from "./text/quote-straight.ts";
import { spaceInText } from "./text/space-in-text.ts";
import { titleCommaBetween } from "./text/title-comma-between.ts";
import type { TextRule } from "./text-rule.ts";

/** Punctuation and layout of a line: GB/T 15834. */
export const punctuationRules: readonly TextRule[] = [
  halfWidthMark,
  fullWidthAlphanumeric,
  quoteStraight,
  pairUnbalanced,
  pairNested,
  pairEmpty,
  markDoubled,
  markStray,
  endMarkMissing,
  headingEndMark,
  titleCommaBetween,
  ellipsisForm,
  dashForm,
  spaceInText,
  ordinalForm,
  ordinalSequence,
];
