import type { Part } from "../../catalogue/outline.ts";
import { type Diagnostic, diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Passage } from "../passage.ts";
import { type Chapter, yearOf, yearsIn } from "./chapter.ts";

/** A part about a year speaks of that year. Years beyond the report's and the next are `year-stale`. */
export function checkYears(chapters: readonly Chapter[], year: number): readonly Diagnostic[] {
  return chapters.flatMap((chapter) => {
    const { part, heading, body } = chapter;
    const wanted = part && yearOf(part, year);
    if (!part || wanted === null) return [];
    const other = wanted === year ? year + 1 : year;
    const say = (passage: Passage, at: number): readonly Diagnostic[] => {
      const facts = {
        number: part.number,
        title: part.title,
        found: String(other),
        wanted,
        name: nameOf(part),
      };
      return [diagnostic("outline-year-wrong", passage.spanOf(at, at + 4), facts)];
    };
    const named = yearsIn(heading.own);
    const isRight = named.some((each) => each.year === wanted);
    const wrong = isRight ? undefined : named.find((each) => each.year === other);
    if (wrong) return say(heading, wrong.at);
    if (body.some(({ own }) => yearsIn(own).some((each) => each.year === wanted))) return [];
    const opened = body.flatMap((passage) => openedBy(passage, other, part)).at(0);
    if (opened) return say(opened.passage, opened.at);
    return named.length === 0 && part.year === "next" && !/下一?年|[明来次]年/.test(heading.own)
      ? [missing(chapter, part, wanted)]
      : [];
  });
}

function nameOf(part: Part): string {
  return part.year === "next" ? "nextYear" : "year";
}

function missing({ heading, span }: Chapter, { number, title }: Part, wanted: number): Diagnostic {
  const place = heading.spanOf(0, heading.text.length) ?? span;
  return diagnostic("outline-year-missing", place, { number, title, wanted });
}

/**
 * Where a sentence opens with a year as its time: 2022年，我街将…… Elsewhere a year may well be another one
 * (巩固2022年成果), and so may it in a look back or ahead.
 */
function openedBy(
  passage: Passage,
  year: number,
  { year: about }: Part,
): readonly { readonly passage: Passage; readonly at: number }[] {
  return [...passage.own.matchAll(/[^。！？；]+/g)].flatMap(({ 0: sentence, index }) => {
    const opening = /^\s*在?(?=(\d{4})年度?(?:[，,我本全将]))/.exec(sentence);
    const isAhead = /将|拟|打算/.test(sentence);
    if (opening?.[1] !== String(year) || isAhead !== (about === "next")) return [];
    return [{ passage, at: index + opening[0].length }];
  });
}
