import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

/** 《》 with nothing in it is what is left when a name is missing. */
export const pairEmpty: TextRule = ({ text }) =>
  eachMatch(
    text,
    /《\s{0,20}》|〈\s{0,20}〉|“\s{0,20}”|‘\s{0,20}’|（\s{0,20}）|〔\s{0,20}〕|【\s{0,20}】/g,
    (found) => (span) => diagnostic("pair-empty", span, { found }),
  );
