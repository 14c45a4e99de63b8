import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

/** 余 stands before the unit of things that are counted: 300余人, not 300人余. 3吨余 is another matter. */
export const approximationFalsePlace: TextRule = ({ own }) =>
  eachMatch(
    own,
    /(?<![\d.])(\d{1,12}[万亿]?)([人家户件场台]次|[人名家户处项件次起册份个场])余(?=[，。；、：！？）]|$)/g,
    (found, match) => {
      const wanted = `${match[1]}余${match[2]}`;
      return (span) => diagnostic("approximation-false-place", span, { found, wanted });
    },
  );
