import { diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Finding, TextRule } from "../text-rule.ts";

const date = /(?:19|20)\d\d([.\-/])\d{1,2}\1\d{1,2}$/;
const chinese = /[\p{Script=Han}，。；：、！？（）《》〔〕【】“”…]/u;

/** Chinese text has curved quotation marks (GB/T 15834 §4.8.1). Inches, minutes and apostrophes are none. */
export const quoteStraight: TextRule = ({ text }) => [
  ...findings(text, '"', "“”"),
  ...findings(text, "'", "‘’"),
];

function findings(text: string, mark: string, curved: string): readonly Finding[] {
  if (!text.includes(mark)) return [];
  const found: Finding[] = [];
  const places = placesOf(text, mark);
  // Which one lacks its other half, and on which side, is for people to see.
  const isPaired = places.length % 2 === 0;
  for (let index = 0; index < places.length; index += 2) {
    const pair = places.slice(index, index + 2);
    if (!isQuotation(text, pair)) continue;
    for (const [side, start] of pair.entries()) {
      const wanted = isPaired ? curved.charAt(side) : curved;
      found.push({
        start,
        end: start + 1,
        say: (span) => diagnostic("quote-straight", span, { found: mark, wanted, isPaired }),
      });
    }
  }
  return found;
}

function placesOf(text: string, mark: string): readonly number[] {
  const isApostrophe = (at: number): boolean =>
    mark === "'" && /^[A-Za-z]'[A-Za-z]$/.test(text.slice(at - 1, at + 2));
  return [...text.matchAll(new RegExp(mark, "g"))]
    .map(({ index }) => index)
    .filter((at) => !isApostrophe(at));
}

/** Chinese stands inside or beside it, and it is not two measures such as 15" and 20". */
function isQuotation(text: string, pair: readonly number[]): boolean {
  if (pair.every((at) => isMeasure(text.slice(Math.max(0, at - 10), at)))) return false;
  const first = pair[0] ?? 0;
  return chinese.test(text.slice(Math.max(0, first - 1), (pair[1] ?? first) + 2));
}

/** Whether a mark behind this may mean inches or minutes: behind a date such as 2022.1.5 it does not. */
function isMeasure(before: string): boolean {
  return /\d$/.test(before) && !date.test(before);
}
