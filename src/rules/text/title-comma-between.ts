import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

/** Between 》《 and between ”“ there is no 、; where a note in brackets stands between, there is (GB/T 15834 §4.5.3.5). */
export const titleCommaBetween: TextRule = ({ text }) =>
  eachMatch(text, /、(?:(?<=》、)(?=《)|(?<=”、)(?=“))/g, (_, { index }) => {
    const marks = text.charAt(index - 1) + text.charAt(index + 1);
    return (span) => diagnostic("title-comma-between", span, { marks });
  });
