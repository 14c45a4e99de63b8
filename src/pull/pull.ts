import type { YearFigures } from "../aggregate/year-figures.ts";
import type { BuildRecord, BuiltReport } from "../document/record.ts";
import type { PlainParagraph } from "../reading/read-report.ts";
import type { SourceFile } from "../source/source-file.ts";
import { type DataEdit, dataEdits } from "./edit-data.ts";
import { withoutEmptied } from "./emptied.ts";
import { type FigureChange, figureChanges } from "./figure-changes.ts";
import { type BuiltParagraph, builtParagraph, editedParagraph } from "./flat.ts";
import { agreed } from "./several-places.ts";
import { sinceBuilt, unknownSince } from "./since.ts";
import type { Sources } from "./source-map.ts";
import { compareTexts, type TextChange } from "./text-changes.ts";
import { ScalarStyles } from "./yaml-scalars.ts";

export interface PullInputs {
  /** What the file tells of how it was built; null where it does not, or where that does not matter. */
  readonly record: BuildRecord | null;
  /** What today's data and templates give. */
  readonly report: BuiltReport;
  readonly figures: YearFigures;
  /** The data file and the templates. */
  readonly sources: Sources;
  readonly paragraphs: readonly PlainParagraph[];
}

export interface Pulled {
  readonly figures: readonly FigureChange[];
  readonly texts: readonly TextChange[];
  /** What brings home all of them that can be. */
  readonly edits: readonly DataEdit[];
  /** The share of the report's own words that are in the file, and are what it was built with; from 0 to 1. */
  readonly found: number;
}

/** What was changed in a Word file since it was built, and what of it the data can take. */
export function pull({ record, report, figures, sources, paragraphs }: PullInputs): Pulled {
  const { source } = figures.data;
  const scalars = new ScalarStyles(source.file, source.root);
  const built = report.paragraphs.map(builtParagraph);
  const edited = paragraphs.map(editedParagraph).filter(({ text }) => text.trim() !== "");
  const since = record ? sinceBuilt(record) : unknownSince;
  const compared = compareTexts(built, edited, { sources, dataPath: source.file.path, scalars, since });
  const texts = withoutEmptied(agreed(compared.texts, scalars), scalars);
  const changes = figureChanges(compared.figures, { figures, since, places: countPlaces(built) });
  return {
    figures: changes,
    texts,
    edits: dataEdits(source.file, changes, texts, scalars),
    found: Math.min(shareOf(built, compared.found), shareOf(built, built.filter(since.isStill))),
  };
}

/** Of the words that a report has for itself: its cells and what the Word template prints are much the same in others. */
function shareOf(built: readonly BuiltParagraph[], part: readonly BuiltParagraph[]): number {
  const all = built.filter(isOwn).length;
  return all === 0 ? 1 : part.filter(isOwn).length / all;
}

function isOwn({ written: { kind } }: BuiltParagraph): boolean {
  return kind === "title" || kind === "heading" || kind === "paragraph";
}

function countPlaces(built: readonly BuiltParagraph[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { figures } of built)
    for (const { indicator } of figures) counts.set(indicator, (counts.get(indicator) ?? 0) + 1);
  return counts;
}

export function sourcesOf(files: readonly SourceFile[]): Sources {
  return new Map(files.map((file) => [file.path, file]));
}
