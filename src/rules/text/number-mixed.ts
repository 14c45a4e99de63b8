import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type Finding, type TextRule } from "../text-rule.ts";
import { measure } from "./numerals.ts";

const factor: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

const large = /(?<![\d.])(\d{1,5})([万亿])(\d)([百千])(?:(\d)百)?(万?)(?![\d米克瓦伏卡赫帕])/g;
const small = new RegExp(
  `(?<![\\d.第万亿])(\\d{1,2}(?:\\.\\d)?)([百千])([余多])?([万亿]?)(?=[余多]?(?:${measure}))(?!米|克|分)`,
  "g",
);

/** Digits with 万 and 亿 only, and nothing behind these: 1.5万, not 1万5千; 3000余, not 3千余 (GB/T 15835 §5.1). */
export const numberMixed: TextRule = ({ own }) => (/\d[百千]/.test(own) ? findings(own) : []);

const findings = (own: string): readonly Finding[] => [
  ...eachMatch(own, large, (found, match) => {
    const wanted = asDecimal(match);
    return wanted === null ? null : (span) => diagnostic("number-mixed", span, { found, wanted });
  }),
  ...eachMatch(own, small, (found, [, digits = "", power = "", more = "", unit = ""]) => {
    const wanted = `${rounded(Number(digits) * (factor[power] ?? 1))}${more}${unit}`;
    return (span) => diagnostic("number-mixed", span, { found, wanted });
  }),
];

function asDecimal([, whole, unit = "", first, power = "", second = "0", tens]: RegExpExecArray):
  | string
  | null {
  if ((unit === "亿") !== (tens === "万")) return null;
  const rest = Number(first) * (factor[power] ?? 1) + Number(second) * 100;
  const part = (rest * (unit === "亿" ? 10_000 : 1)) / (factor[unit] ?? 1);
  return `${rounded(Number(whole) + part)}${unit}`;
}

function rounded(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
