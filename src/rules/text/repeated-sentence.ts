import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

const shortest = 15;

/** The same sentence twice in a passage is a slip of copying. Passages are not compared with each other. */
export const repeatedSentence: TextRule = ({ text }) => {
  const seen = new Set<string>();
  return eachMatch(text, /[^。！？；\s][^。！？；]*/g, (found) => {
    const sentence = found.trim();
    if (sentence.length < shortest) return null;
    if (!seen.has(sentence)) {
      seen.add(sentence);
      return null;
    }
    return (span) => diagnostic("repeated-sentence", span, { found: sentence });
  });
};
