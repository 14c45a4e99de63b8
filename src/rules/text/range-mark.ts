import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type Finding, type TextRule } from "../text-rule.ts";
import { measure } from "./numerals.ts";

const alone = "(?<![\\dA-Za-z.,第\\-－–~～—/])";
const amount = "((?:0|[1-9]\\d{0,8})(?:\\.\\d{1,4})?)";
const unit = `([%％‰]|[万亿]元?|${measure})`;

const stretch = new RegExp(`${alone}([1-9]\\d{0,3})([年月日]?)[-－–~](\\d{1,4})([年月日])(?![龄均内])`, "g");
const range = new RegExp(`${alone}${amount}${unit}?([-－–~～—至])${amount}${unit}`, "g");

/**
 * Stretches of time are joined by —, of numbers by ～ or — (GB/T 15834 §4.13.3); %, 万 and 亿 stand behind both
 * numbers (GB/T 15835 §5.1.3).
 */
export const rangeMark: TextRule = ({ own }) => (/[-－–~～—至]\d/.test(own) ? findings(own) : []);

const findings = (own: string): readonly Finding[] => [
  ...eachMatch(own, stretch, (found, [, from = "", first = "", to = "", last = ""]) => {
    const mark = stretchMark(from, first, to, last);
    if (mark === null) return null;
    const wanted = from + first + mark + to + last;
    return (span) => diagnostic("range-mark", span, { found, wanted });
  }),
  ...eachMatch(own, range, (found, [, from = "", first, mark = "", to = "", last = ""]) => {
    const isRight = "～—至".includes(mark);
    const isPower = /^[%％‰万亿]/.test(last);
    if (Number(from) >= Number(to) || (isRight && (first !== undefined || !isPower))) return null;
    const repeated = first ?? (isPower ? last : "");
    const wanted = `${from}${repeated}${isRight ? mark : "～"}${to}${last}`;
    return (span) => diagnostic("range-mark", span, { found, wanted });
  }),
];

/** 3-5年 is a number of years, 2021-2025年 and 3-5月 are stretches; 2022-3月 is neither. */
function stretchMark(from: string, first: string, to: string, last: string): "—" | "～" | null {
  if (first !== "" && first !== last) return first === "年" ? null : "—";
  if (Number(from) >= Number(to)) return null;
  if (last !== "年") return Number(to) <= (last === "月" ? 12 : 31) ? "—" : null;
  if (/^(?:19|20)\d\d$/.test(from) && to.length === 4) return "—";
  return to.length <= 2 && first === "" ? "～" : null;
}
