import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

/** Arabic digits and Latin letters are half width (GB/T 15835 §5.1). */
export const fullWidthAlphanumeric: TextRule = ({ text }) =>
  eachMatch(text, /[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ％]|．(?=[０-９]))*/g, (found) => {
    const wanted = found.normalize("NFKC");
    return (span) => diagnostic("full-width-alphanumeric", span, { found, wanted });
  });
