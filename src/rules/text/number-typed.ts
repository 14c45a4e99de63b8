import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

/** A number with a unit of the catalogue that no figure stands behind; 第3次 is an ordinal. */
export const numberTyped: TextRule = ({ own, isFigure }, { units }) => {
  const unit = units.map((each) => each.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  if (unit === "") return [];
  const pattern = new RegExp(
    `(?<![\\d.第〔])\\d[\\d,]{0,20}(?:\\.\\d{1,10})?[余多]?[万亿]?[余多]?(?:${unit})`,
    "g",
  );
  return eachMatch(own, pattern, (found, match) =>
    isFigure(match.index) ? null : (span) => diagnostic("number-typed", span, { found }),
  );
};
