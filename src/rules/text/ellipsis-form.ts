import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

const chinese = /[\p{Script=Han}，。；：、！？（）《》〔〕“”‘’]/u;

/** An ellipsis is …… (GB/T 15834 §4.11.2); twice that stands for whole paragraphs. */
export const ellipsisForm: TextRule = ({ text }) =>
  eachMatch(text, /\.{3,}|。{3,}|[…⋯]+/g, (found, { index }) => {
    if (/^…+$/.test(found) && (found.length === 2 || found.length === 4)) return null;
    const beside = text.charAt(index - 1) + text.charAt(index + found.length);
    if (!found.startsWith("。") && !chinese.test(beside)) return null;
    return (span) => diagnostic("ellipsis-form", span, { found });
  });
