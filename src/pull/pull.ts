import type { YearFigures } from "../aggregate/year-figures.ts";
import type { BuildRecord } from "../document/record.ts";
import type { PlainParagraph } from "../reading/read-report.ts";
import type { SourceFile } from "../source/source-file.ts";
import { type DataEdit, dataEdits } from "./edit-data.ts";
import { type FigureChange, figureChanges } from "./figure-changes.ts";
import { type BuiltParagraph, builtParagraph, editedParagraph } from "./flat.ts";
import { diffSequences } from "./sequence-diff.ts";
import type { Sources } from "./source-map.ts";
import { compareTexts, type TextChange } from "./text-changes.ts";
import { ScalarStyles } from "./yaml-scalars.ts";

export interface PullInputs {
  /** What the edited file was built as. */
  readonly base: BuildRecord;
  /** What today's data and templates give. */
  readonly today: BuildRecord;
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
  /** The share of what was built that was found in the file, from 0 to 1. */
  readonly found: number;
}

/** What was changed in a Word file since it was built, and what of it the data can take. */
export function pull({ base, today, figures, sources, paragraphs }: PullInputs): Pulled {
  const { source } = figures.data;
  const scalars = new ScalarStyles(source.file, source.root);
  const built = base.paragraphs.map(builtParagraph);
  const now = base === today ? built : today.paragraphs.map(builtParagraph);
  const edited = paragraphs.map(editedParagraph).filter(({ text }) => text.trim() !== "");
  const compared = compareTexts(built, edited, {
    sources,
    dataPath: source.file.path,
    scalars,
    today: sameToday(built, now),
    isThere: onlyToday(built, now),
  });
  const changes = figureChanges(compared.figures, {
    figures,
    today: new Map(
      now.flatMap((each) => each.figures.map(({ bookmark, shown }) => [bookmark.toLowerCase(), shown])),
    ),
    places: countPlaces(built),
  });
  return {
    figures: changes,
    texts: compared.texts,
    edits: dataEdits(source.file, changes, compared.texts, scalars),
    found: built.length === 0 ? 0 : compared.found / built.length,
  };
}

/** The paragraph of today that a built one still is. */
function sameToday(
  built: readonly BuiltParagraph[],
  now: readonly BuiltParagraph[],
): (paragraph: BuiltParagraph) => BuiltParagraph | null {
  if (built === now) return (paragraph) => paragraph;
  const same = new Map<BuiltParagraph, BuiltParagraph>();
  const [was, is] = [built.map(({ text }) => text), now.map(({ text }) => text)];
  let shift = 0;
  let at = 0;
  const keep = (until: number): void => {
    for (; at < until; at++) {
      const [one, other] = [built[at], now[at + shift]];
      if (one && other) same.set(one, other);
    }
  };
  for (const { aStart, aEnd, bEnd } of diffSequences(was, is)) {
    keep(aStart);
    at = aEnd;
    shift = bEnd - aEnd;
  }
  keep(built.length);
  return (paragraph) => same.get(paragraph) ?? null;
}

/** Whether a text is a paragraph since the file was built. */
function onlyToday(
  built: readonly BuiltParagraph[],
  now: readonly BuiltParagraph[],
): (text: string) => boolean {
  const was = new Set(built.map(({ text }) => text));
  const added = new Set(now.flatMap(({ text }) => (was.has(text) ? [] : [text])));
  return (text) => added.has(text);
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
