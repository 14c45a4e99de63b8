import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";
import { yearNamed } from "../years-named.ts";

/** A year other than the report's and the next. Titles, quotations, document numbers, dates and ranges are exempt. */
export const yearStale: TextRule = ({ own }, { year }) =>
  eachMatch(own, yearNamed, (found) => {
    const right = Number(found) === year || Number(found) === year + 1;
    return right ? null : (span) => diagnostic("year-stale", span, { found, year });
  });
