import { diagnostic } from "../../diagnostic/diagnostic.ts";
import type { TextRule } from "../text-rule.ts";
import { unitPattern } from "./numerals.ts";
import { writtenNumbers } from "./written-number.ts";

/** A number with a unit of the catalogue, in digits or written, that no figure stands behind; 第3次 is an ordinal. */
export const numberTyped: TextRule = (passage, { units, isAllowed }) => {
  const { own, text, isFigure } = passage;
  const matches = /\d/.test(own) ? [...own.matchAll(inDigits(units))] : [];
  const digits = matches.map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  return [...digits, ...writtenNumbers(passage, units)]
    .filter(({ start, end }) => !isFigure(start) && !isAllowed(text, start, end))
    .map(({ start, end }) => ({
      start,
      end,
      say: (span) => diagnostic("number-typed", span, { found: text.slice(start, end) }),
    }));
};

const known = new WeakMap<readonly string[], RegExp>();

function inDigits(units: readonly string[]): RegExp {
  const pattern = known.get(units) ?? patternOf(units);
  known.set(units, pattern);
  return pattern;
}

/** 3个月 is a length of time. */
function patternOf(units: readonly string[]): RegExp {
  const unit = ["个百分点", "百分点", "%", "％", unitPattern(units)].filter((each) => each !== "").join("|");
  return new RegExp(
    `(?<![\\d.第〔])\\d[\\d,]{0,20}(?:\\.\\d{1,10})?[余多]?[万亿]?[余多]?(?:${unit})(?!月|工作日)`,
    "g",
  );
}
