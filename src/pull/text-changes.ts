import type { RecordedKind } from "../document/record.ts";
import { positionAt, type WordPlace } from "../source/source-file.ts";
import { align, keyOf, type Pair } from "./align.ts";
import { compareParagraph, type FigureEdit, type TextEdit } from "./compare-paragraph.ts";
import type { BuiltParagraph, EditedParagraph } from "./flat.ts";
import { joined } from "./join.ts";
import type { Since } from "./since.ts";
import { firstPlace, type Place, placeOf, type Sources } from "./source-map.ts";
import { keepsTags } from "./tag-edges.ts";
import { isScalarLine, lineOf, type ScalarStyles } from "./yaml-scalars.ts";

/** Why words cannot be brought back by themselves. */
export type TextReason =
  /** The words of the templates are theirs who keep them. */
  | "template"
  /** Of the Word template. */
  | "word-template"
  /** Made by the program: numbers of headings, the annex. */
  | "program"
  /** They come from several places, or are not written as they are printed. */
  | "composed"
  /** The data has been changed at this place as well. */
  | "changed-meanwhile"
  /** They stand in several places, and were changed in different ways. */
  | "several"
  /** Nothing would be left of an entry of the data. */
  | "emptied"
  /** A paragraph that no line of the data is. */
  | "paragraph";

/** Words of a file that are to become others. */
export interface SourceEdit extends Place {
  readonly words: string;
}

export interface TextChange {
  readonly kind: "changed" | "removed" | "added";
  /** The paragraph as it was built, and as it is. */
  readonly before: string;
  readonly after: string;
  readonly edits: readonly TextEdit[];
  readonly where: WordPlace | null;
  /** Where it is written. */
  readonly from: { readonly path: string; readonly line: number; readonly column: number } | null;
  /** What brings it back into the data; empty where nothing does. */
  readonly data: readonly SourceEdit[];
  /** What would bring it back into a template. */
  readonly template: readonly SourceEdit[];
  /** Why some of it, or all, does not come back by itself. */
  readonly reason: TextReason | null;
}

export interface Compared {
  readonly figures: readonly FigureEdit[];
  readonly texts: readonly TextChange[];
  /** The paragraphs that were found again. */
  readonly found: readonly BuiltParagraph[];
}

export interface TextInputs {
  readonly sources: Sources;
  readonly dataPath: string;
  readonly scalars: ScalarStyles;
  readonly since: Since;
}

/** Everything that differs between what was built and what the file is now. */
export function compareTexts(
  built: readonly BuiltParagraph[],
  edited: readonly EditedParagraph[],
  inputs: TextInputs,
): Compared {
  const figures: FigureEdit[] = [];
  const texts: TextChange[] = [];
  const found: BuiltParagraph[] = [];
  let last: BuiltParagraph | null = null;
  for (const pair of joined(align(built, edited))) {
    if (pair.built && pair.edited) {
      found.push(pair.built);
      const edits = isSame(pair.built, pair.edited) ? null : compareParagraph(pair.built, pair.edited);
      figures.push(...(edits?.figures ?? []));
      if (edits && edits.texts.length > 0)
        texts.push(...changed(pair.built, pair.edited, edits.texts, inputs));
    } else texts.push(...lonely(pair, last, inputs));
    if (pair.built && pair.edited) last = pair.built;
  }
  return { figures, texts, found };
}

function isSame({ text, written: { story } }: BuiltParagraph, edited: EditedParagraph): boolean {
  return keyOf(text, story) === keyOf(edited.text, edited.plain.place.story);
}

function changed(
  built: BuiltParagraph,
  edited: EditedParagraph,
  edits: readonly TextEdit[],
  inputs: TextInputs,
): readonly TextChange[] {
  if (inputs.since.isUntouched(edited)) return [];
  const brought = inputs.since.isStill(built) ? bringBack(built, edits, inputs) : nothingBack;
  const [first] = [...brought.data, ...brought.template];
  return [
    {
      kind: "changed",
      before: built.text,
      after: edited.text,
      edits,
      where: edited.plain.place,
      from: first ? placeFrom(first) : fromOf(built, edits[0]?.start ?? 0),
      ...brought,
    },
  ];
}

type Brought = Pick<TextChange, "data" | "template" | "reason">;

const nothingBack: Brought = { data: [], template: [], reason: "changed-meanwhile" };

function bringBack(built: BuiltParagraph, edits: readonly TextEdit[], inputs: TextInputs): Brought {
  const data: SourceEdit[] = [];
  const template: SourceEdit[] = [];
  const reasons: TextReason[] = [];
  for (const { start, end, words } of edits) {
    const place = placeOf(built, start, end, inputs.sources);
    const owner = place && ownerOf(place, inputs);
    const reason = reasonFor(place, owner, words, inputs) ?? (owner === null ? reasonOf(built, start) : null);
    if (place && owner === "template") template.push({ ...place, words });
    else if (place && reason === null) data.push({ ...place, words });
    // What crosses the border of data and template, or touches a tag, leaves in doubt to which the other edits belong.
    else if (reason === "composed" && (!place || owner === "data")) return { data: [], template: [], reason };
    if (reason) reasons.push(reason);
  }
  return { data, template, reason: reasons[0] ?? null };
}

/** Null where the data takes the words, and where nobody is known to have written the place. */
function reasonFor(
  place: Place | null,
  owner: "data" | "template" | null,
  words: string,
  { scalars }: TextInputs,
): TextReason | null {
  if (!place || owner === null) return null;
  if (owner === "template") return "template";
  if (words.includes("\n") && !scalars.takesLines(place)) return "paragraph";
  return keepsTags(place, words) ? null : "composed";
}

function ownerOf(place: Place, { dataPath, scalars }: TextInputs): "data" | "template" | null {
  if (place.file.path === dataPath) return scalars.holds(place) ? "data" : null;
  return place.file.path.endsWith(".hbs") ? "template" : null;
}

function reasonOf(built: BuiltParagraph, at: number): TextReason {
  const isWritten = built.pieces.some(({ start, end }) => start <= at && at <= end && start < end);
  return kindReason(built.written.kind) ?? (isWritten ? "composed" : "program");
}

function kindReason(kind: RecordedKind): TextReason | null {
  if (kind === "story") return "word-template";
  return kind === "annex" || kind === "cell" || kind === "chart" || kind === "note" ? "program" : null;
}

function fromOf(built: BuiltParagraph, at: number): TextChange["from"] {
  const piece = firstPlace(built, at);
  if (!piece) return null;
  const { path, line, column } = piece.source;
  const into = piece.kind === "text" ? Math.max(0, Math.min(at, piece.end) - piece.start) : 0;
  return { path, line, column: column + into };
}

function placeFrom({ file, start }: Place): TextChange["from"] {
  return { path: file.path, ...positionAt(file, start) };
}

/** A paragraph that is gone, or new. */
function lonely(
  { built, edited }: Pair,
  last: BuiltParagraph | null,
  inputs: TextInputs,
): readonly TextChange[] {
  if (built) return removed(built, inputs);
  if (!edited || inputs.since.isUntouched(edited)) return [];
  const before = last;
  const point = before && lineEnd(before, inputs);
  const change = {
    kind: "added",
    before: "",
    after: edited.text,
    edits: [{ start: 0, end: 0, words: edited.text, at: 0 }],
    where: edited.plain.place,
    from: before && fromOf(before, before.text.length - 1),
    template: [],
  } as const;
  return [
    point
      ? { ...change, data: [{ ...point, words: `\n${edited.text}` }], reason: null }
      : { ...change, data: [], reason: "paragraph" },
  ];
}

function removed(built: BuiltParagraph, inputs: TextInputs): readonly TextChange[] {
  // New in the data since the file was built.
  if (!inputs.since.isStill(built)) return [];
  const place = placeOf(built, 0, built.text.length, inputs.sources);
  const line = place && ownerOf(place, inputs) === "data" ? lineOf(place, inputs.scalars) : null;
  const change = {
    kind: "removed",
    before: built.text,
    after: "",
    edits: [{ start: 0, end: built.text.length, words: "", at: 0 }],
    where: null,
    from: ownLine(built, inputs.dataPath) ?? fromOf(built, 0),
    template: [],
  } as const;
  if (line) return [{ ...change, data: [{ ...line, words: "" }], reason: null }];
  return [{ ...change, data: [], reason: kindReason(built.written.kind) ?? "paragraph" }];
}

/** Where the first of its words that the data has are written. */
function ownLine(built: BuiltParagraph, dataPath: string): TextChange["from"] {
  const piece = built.pieces.find(({ source }) => source.path === dataPath);
  return piece ? fromOf(built, piece.start) : null;
}

/** Behind the last letter of a paragraph that is a line of a text of the data. */
function lineEnd(built: BuiltParagraph, inputs: TextInputs): Place | null {
  const length = built.text.length;
  const place = placeOf(built, length, length, inputs.sources);
  return place && ownerOf(place, inputs) === "data" && isScalarLine(place, inputs.scalars) ? place : null;
}
