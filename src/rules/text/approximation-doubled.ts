import { diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Finding, TextRule } from "../text-rule.ts";
import { measure, number } from "./numerals.ts";

/** 约 in 节约, 近 in 附近 and the like belong to the word before. */
const before = [
  "(?<![附邻临就靠最亲远贴新])近|将近|接近",
  "(?<![预签合节制违履契特邀公续失解条缔网集简相婉爽赴盟背毁俭隐绰租旧新大])约|大约|大概",
  "(?<![高赶反出])超过?|逾|不足",
].join("|");
const amount = `(?:${number}|[一二两三四五六七八九]?[十百千]|[一二两三四五六七八九]十[一二三四五六七八九])`;
const power = "[十百千万亿]{0,2}";
const time = "(?:个?月|年|天|日|周|个?季|届|期)";

/** One of these marks, before what may follow it in a pattern. */
const marked = /(?:[近约逾]|超过?|大概|不足)[\d一二两三四五六七八九十百千近约超逾]/;

/** Patterns, each with what every match of it has. */
const patterns = [
  // 近…余, but 近30余年 is "these thirty-odd years"
  { needs: marked, source: `(${before})${amount}${power}([余多])(?!${time})` },
  { needs: marked, source: `(${before})(?:约|近|超过?|逾)(?=\\d)` },
  { needs: /[余多]{2}/, source: `(?<![\\d.,])${number}${power}[余多]{2}(?=${power}(?:${measure}))` },
  {
    needs: /左右|上下/,
    source: `(?<![\\d.,])${number}${power}[余多][万亿]?(?:${measure})(左右|上下)(?![两各手侧邻方岸对])`,
  },
  {
    needs: marked,
    source: `(${before})${amount}${power}[余多]?[万亿]?(?!${time})(?:${measure})?(左右|上下)(?![两各手侧邻方岸对层])`,
  },
].map(({ needs, source }) => ({ needs, pattern: new RegExp(source, "g") }));

/** A number has one mark of approximation: 近…余 and 约…左右 have two. */
export const approximationDoubled: TextRule = ({ own }) => {
  const found: Finding[] = [];
  const matches = patterns.flatMap(({ needs, pattern }) =>
    needs.test(own) ? [...own.matchAll(pattern)] : [],
  );
  for (const match of matches.toSorted((a, b) => a.index - b.index)) {
    const end = match.index + match[0].length;
    const last = found.at(-1);
    if (last && match.index < last.end) continue;
    found.push({
      start: match.index,
      end,
      say: (span) => diagnostic("approximation-doubled", span, { found: match[0] }),
    });
  }
  return found;
};
