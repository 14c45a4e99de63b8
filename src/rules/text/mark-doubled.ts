import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

/**
 * Two marks that end a clause do not follow each other; ？！ do (GB/T 15834 §4.2.3.3). In a quotation ！！ stands
 * as it was said. 。。。 is a wrong ellipsis, another rule's.
 */
export const markDoubled: TextRule = ({ text, own }) =>
  eachMatch(text, /[，。、；：！？,;:]{2,}/g, (found, { index }) => {
    if (/^。{3,}$/.test(found) || /^[,;:]+$/.test(found)) return null;
    const isShout = /^[！？]+$/.test(found);
    if (isShout && (!/(.)\1/.test(found) || own.charAt(index) === "□")) return null;
    // The same one typed twice; of two different ones, a person says which is meant.
    const wanted = /^([，。、；：])\1$/.test(found) ? found.charAt(0) : null;
    return (span) => diagnostic("mark-doubled", span, { found, wanted });
  });
