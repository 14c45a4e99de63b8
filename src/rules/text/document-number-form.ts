import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type Finding, type TextRule } from "../text-rule.ts";

/** 6号楼 and the like are places. */
const notPlace = "(?![楼院线店门房库机车厅馆仓桥井路地岗])";
const bracketed = new RegExp(
  `(?<=\\p{Script=Han})(?:([（([［【﹝])(\\d{4})年?[）)\\]］】﹞〕]|(〔)(\\d{4}|\\d\\d)(年?[）)\\]］】﹞〕]))(第?)(\\d{1,4})号${notPlace}`,
  "gu",
);
const bare =
  /(?<=(?<![印转下签开颁分散])发|(?<![督承主协交领催包])办|[函规])((?:19|20)\d\d)年第?(\d{1,4})号(?=[）)，。；、：□]|文|要求|精神|规定|$)/g;

/**
 * 〔2022〕6号: the full year in 〔〕, neither 第 nor a leading zero (GB/T 9704 §7.2.5). Documents of law
 * enforcement (罚字, 罚决) have numbers of their own.
 */
export const documentNumberForm: TextRule = ({ own }) => (own.includes("号") ? findings(own) : []);

const findings = (own: string): readonly Finding[] => [
  ...eachMatch(own, bracketed, (found, match) => {
    const year = match[2] ?? match[4] ?? "";
    const wanted = `〔${year.length === 2 ? `20${year}` : year}〕${Number(match[7])}号`;
    if (found === wanted || /[字罚决]/.test(own.charAt(match.index - 1))) return null;
    return (span) => diagnostic("document-number-form", span, { found, wanted });
  }),
  ...eachMatch(own, bare, (found, match) => {
    const wanted = `〔${match[1]}〕${Number(match[2])}号`;
    return (span) => diagnostic("document-number-form", span, { found, wanted });
  }),
];
