import { diagnostic } from "../../diagnostic/diagnostic.ts";
import type { TextRule } from "../text-rule.ts";
import { unitPattern } from "./numerals.ts";
import { writtenNumbers } from "./written-number.ts";

/** A number with a unit of the catalogue, in digits or written, that no figure stands behind; 第3次 is an ordinal. */
export const numberTyped: TextRule = (passage, { units, isAllowed }) => {
  const { own, text, isFigure } = passage;
  const digits = [...own.matchAll(inDigits(units))].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  return [...digits, ...writtenNumbers(passage, units)]
    .filter(({ start, end }) => !isFigure(start) && !isAllowed(text, start, end))
    .map(({ start, end }) => ({
      start,
      end,
      say: (span) => diagnostic("number-typed", span, { found: text.slice(start, end) }),
    }));
};

/** 3个月 is a length of time. */
function inDigits(units: readonly string[]): RegExp {
  const unit = ["个百分点", "百分点", "%", "％", unitPattern(units)].filter((each) => each !== "").join("|");
  return new RegExp(
    `(?<![\\d.第〔])\\d[\\d,]{0,20}(?:\\.\\d{1,10})?[余多]?[万亿]?[余多]?(?:${unit})(?!月|工作日)`,
    "g",
  );
}
