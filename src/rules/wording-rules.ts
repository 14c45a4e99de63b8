import { approximationDoubled } from "./text/approximation-doubled.ts";
import { approximationFalsePlace } from "./text/approximation-false-place.ts";
import { dateForm } from "./text/date-form.ts";
import { documentNumberForm } from "./text/document-number-form.ts";
import { legalUnit } from "./text/legal-unit.ts";
import { numberMixed } from "./text/number-mixed.ts";
import { numeralForm } from "./text/numeral-form.ts";
import { placeholderLeft } from "./text/placeholder-left.ts";
import { rangeMark } from "./text/range-mark.ts";
import { relativeTime } from "./text/relative-time.ts";
import { repeatedSentence } from "./text/repeated-sentence.ts";
import { requestWords } from "./text/request-words.ts";
import { wordConfused } from "./text/word-confused.ts";
import type { TextRule } from "./text-rule.ts";

/** Numerals, units, dates, names of documents and words: GB/T 15835, GB/T 9704, legal units. */
export const wordingRules: readonly TextRule[] = [
  legalUnit,
  numberMixed,
  numeralForm,
  rangeMark,
  approximationDoubled,
  approximationFalsePlace,
  documentNumberForm,
  dateForm,
  relativeTime,
  wordConfused,
  repeatedSentence,
  requestWords,
  placeholderLeft,
];
