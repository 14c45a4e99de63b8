import { catalogue, type DiagnosticCode } from "../diagnostic/catalogue.ts";
import { compareWords } from "../diagnostic/words/compare.ts";
import { outlineWords } from "../diagnostic/words/outline.ts";
import { policyWords } from "../diagnostic/words/policy.ts";
import { punctuationWords } from "../diagnostic/words/punctuation.ts";
import { senseWords } from "../diagnostic/words/sense.ts";
import { wordingWords } from "../diagnostic/words/wording.ts";

const rules: ReadonlySet<string> = new Set(
  [compareWords, senseWords, outlineWords, punctuationWords, wordingWords].flatMap((each) =>
    Object.keys(each),
  ),
);

export function isCode(code: string): code is DiagnosticCode {
  return Object.hasOwn(catalogue, code);
}

/**
 * Rules of sense and language, what is remarkable beside last year, and every warning or information; what says that an
 * input cannot be used stays an error.
 */
export function isAdjustable(code: DiagnosticCode): boolean {
  if (Object.hasOwn(policyWords, code)) return false;
  return rules.has(code) || catalogue[code].severity !== "error";
}

export const adjustableCodes: readonly string[] = Object.keys(catalogue).filter(
  (code) => isCode(code) && isAdjustable(code),
);
