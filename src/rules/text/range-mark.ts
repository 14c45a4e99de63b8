import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";
import { measure } from "./numerals.ts";

const hyphen = "[-－–~]";
const joint = "[-－–~～—至]";
const alone = "(?<![\\dA-Za-z.第\\-－–~～—/])";
const amount = "(\\d{1,9}(?:\\.\\d{1,4})?)";

const span = new RegExp(`${alone}(\\d{1,4})([年月日]?)${hyphen}(\\d{1,4})(?=[年月日])(?!年[^度底末初内间]?龄)`, "g");
const count = new RegExp(`${alone}${amount}(%|％|${measure})?${hyphen}${amount}(?=${measure})(?![万亿]元?)`, "g");
const short = new RegExp(`${alone}${amount}${joint}${amount}([%％‰万亿])`, "g");

/**
 * Stretches of time are joined by —, of numbers by ～ (GB/T 15834 §4.13.3); %, 万 and 亿 stand behind both
 * numbers (GB/T 15835 §5.1.3).
 */
export const rangeMark: TextRule = ({ own }) => [
  ...eachMatch(own, span, (found, [, from = "", unit, to = ""]) => {
    const isYears = from.length === 4 && to.length === 4;
    return null;
  }),
];
