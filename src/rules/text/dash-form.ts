import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

const chinese = /^[\p{Script=Han}，。；：、！？（）《》〔〕“”‘’]?$/u;
const clauseEnd = /^[，。；：！？]?$/;

/**
 * A dash is —— (GB/T 15834 §4.10.2). A single — between words joins the two ends of a stretch (北京—上海,
 * 2021—2025): only where nothing stands on one of its sides can it be nothing but half a dash.
 */
export const dashForm: TextRule = ({ text }) =>
  eachMatch(text, /[-－–]{2,}|[―─]+|—+/g, (found, { index }) => {
    const [before, after] = [text.charAt(index - 1), text.charAt(index + found.length)];
    if (!chinese.test(before) || !chinese.test(after)) return null;
    if (found === "——" || (found === "—" && !clauseEnd.test(before) && !clauseEnd.test(after))) return null;
    return (span) => diagnostic("dash-form", span, { found });
  });
