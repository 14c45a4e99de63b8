import type { BuildRecord } from "../document/record.ts";
import type { WordPlace } from "../source/source-file.ts";
import { HeadingPath, headingLevels } from "../word-template/heading-levels.ts";
import type { Atom } from "./bookmark-ranges.ts";
import { type Change, isIn, isSame, type View } from "./changes.ts";
import { type ReadComment, readComments } from "./comments.ts";
import { type Appearance, figureNames, type ReadFigure } from "./figures.ts";
import { Numbering } from "./numbering.ts";
import type { WordFile } from "./open-word.ts";
import { readRecord } from "./record.ts";
import { walkWord } from "./stories.ts";
import { chains, type Joinable } from "./view.ts";
import type { WalkedParagraph } from "./walked.ts";

/** A report as it is after people edited it in Word, WPS or LibreOffice. */
export interface ReadReport {
  /** What was built; null where the file does not tell. */
  readonly record: BuildRecord | null;
  /** In reading order; table cells one by one, text boxes after their paragraph; headers, footers, notes after the body. */
  readonly paragraphs: readonly ReadParagraph[];
  readonly comments: readonly ReadComment[];
  /** Whether anything is tracked. */
  readonly isTracked: boolean;
}

export interface ReadParagraph extends Joinable {
  readonly place: WordPlace;
  /** What an automatic list puts before its words, such as 一、; no run has it. */
  readonly number: string | null;
  /** Adjacent ones of the same change and figure are one. */
  readonly runs: readonly ReadRun[];
  /** Its own end: an inserted or deleted one joins or splits paragraphs in the final and original views. */
  readonly end: Change;
}

/** Only a figure that was emptied has no text. */
export interface ReadRun {
  readonly text: string;
  readonly change: Change;
  readonly figure: ReadFigure | null;
}

export interface PlainParagraph {
  readonly place: WordPlace;
  readonly number: string | null;
  readonly inlines: readonly PlainInline[];
  /** Indices of the paragraphs that it has words of, and of the one whose end it has. */
  readonly from: readonly number[];
}

export type PlainInline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "figure"; readonly shown: string; readonly figure: ReadFigure };

/** Whatever the file holds: it comes from outside, and people and programs have changed it. */
export function readReport(file: WordFile): ReadReport {
  const record = readRecord(file.parts);
  const walk = walkWord(file, figureNames(record));
  const [styles] = file.related("styles");
  const [numbers] = file.related("numbering");
  const numbering = new Numbering(numbers, styles);
  const path = new HeadingPath(styles ? headingLevels(styles) : () => null);
  const figures = new Map<Appearance, ReadFigure>();
  const figureOf = (found: Appearance): ReadFigure => {
    const figure = figures.get(found) ?? { ...found, appearance: figures.size };
    figures.set(found, figure);
    return figure;
  };
  const paragraphs = walk.paragraphs.map((walked) => {
    const { element, end, joins } = walked;
    const number = numbering.next(element);
    return { place: placeOf(walked, number, path), number, runs: runsOf(walked.atoms, figureOf), end, joins };
  });
  return {
    record,
    paragraphs,
    comments: readComments(file, walk.comments, paragraphs.length),
    isTracked: walk.isTracked,
  };
}

function placeOf(
  { element, story, cells, inBox, atoms }: WalkedParagraph,
  number: string | null,
  path: HeadingPath,
): WordPlace {
  const text = atoms
    .map(({ kind, text, change }) => (kind === "words" && isIn(change, "final") ? text : ""))
    .join("");
  return path.next(element, (number ?? "") + text, { story, inBox, row: cells.at(-1)?.rowNumber ?? null });
}

function runsOf(atoms: readonly Atom[], figureOf: (found: Appearance) => ReadFigure): readonly ReadRun[] {
  const runs: ReadRun[] = [];
  for (const { kind, text, change, figure: found } of atoms) {
    if (kind !== "words") continue;
    const figure = found && figureOf(found);
    const last = runs.at(-1);
    if (last && last.figure === figure && isSame(last.change, change))
      runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ text, change, figure });
  }
  return runs;
}

/** The paragraphs as they are when all tracked changes are accepted ("final") or rejected ("original"). */
export function viewOf(
  { paragraphs }: Pick<ReadReport, "paragraphs">,
  view: View,
): readonly PlainParagraph[] {
  return chains(paragraphs, view).flatMap((chain): readonly PlainParagraph[] => {
    const all = chain.flatMap((index) => {
      const paragraph = paragraphs[index];
      return paragraph
        ? [{ index, ...paragraph, runs: paragraph.runs.filter(({ change }) => isIn(change, view)) }]
        : [];
    });
    const [closing] = all.slice(-1);
    const speaking = all.filter(({ runs }) => runs.length > 0);
    if (!closing || (speaking.length === 0 && !isIn(closing.end, view))) return [];
    const from = [...new Set([...speaking, closing].map(({ index }) => index))];
    const { place, number } = speaking[0] ?? closing;
    return [{ place, number, inlines: inlinesOf(speaking.flatMap(({ runs }) => runs)), from }];
  });
}

function inlinesOf(runs: readonly ReadRun[]): readonly PlainInline[] {
  const inlines: PlainInline[] = [];
  for (const { text, figure } of runs) {
    const last = inlines.at(-1);
    if (figure && last?.kind === "figure" && last.figure.appearance === figure.appearance)
      inlines[inlines.length - 1] = { ...last, shown: last.shown + text };
    else if (figure) inlines.push({ kind: "figure", shown: text, figure });
    else if (last?.kind === "text") inlines[inlines.length - 1] = { ...last, text: last.text + text };
    else inlines.push({ kind: "text", text });
  }
  return inlines;
}
