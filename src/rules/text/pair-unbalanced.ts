import { diagnostic } from "../../diagnostic/diagnostic.ts";
import type { TextRule } from "../text-rule.ts";
import { pairsOf } from "./pairs.ts";

/** Marks in pairs open, close and do not cross within a passage (GB/T 15834 §4.8, §4.9, §4.15). */
export const pairUnbalanced: TextRule = (passage) =>
  pairsOf(passage).faults.map(({ kind, mark, partner, at }) => ({
    start: at,
    end: at + 1,
    say: (span) => diagnostic("pair-unbalanced", span, { kind, mark, partner }),
  }));
