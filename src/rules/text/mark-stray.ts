import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

/** A mark that nothing precedes: at the beginning, or behind one that opens. A mark may be quoted: “、”. */
export const markStray: TextRule = ({ text }) =>
  eachMatch(
    text,
    /^[，。、；：！？]|(?<=[《〈“‘（〔【])[，。、；：！？](?![》〉”’）〕】])/g,
    (found) => (span) => diagnostic("mark-stray", span, { found }),
  );
