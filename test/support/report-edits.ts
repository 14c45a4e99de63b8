import fc from "fast-check";
import type { BuiltReport, WrittenInline } from "../../src/document/record.ts";
import { built } from "./pulled-report.ts";
import { type Stretch, stretches, type TypedOver, textAfter, type WordEdits } from "./word-edits.ts";

/** Texts of the data that the report prints, as runs of the Word file, with what of them the data wrote. */
export interface OwnText {
  readonly paragraph: number;
  readonly run: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

function ownTexts({ paragraphs }: BuiltReport): readonly OwnText[] {
  return paragraphs.flatMap(({ content, kind }, paragraph) =>
    kind === "paragraph" ? content.flatMap((inline) => ownText(inline, paragraph)) : [],
  );
}

function ownText(inline: WrittenInline, paragraph: number): readonly OwnText[] {
  if (inline.kind !== "text") return [];
  const ranges = inline.sources.flatMap(({ at, path }, index) =>
    path === "data/2022.yaml"
      ? [{ start: at, end: inline.sources[index + 1]?.at ?? inline.text.length }]
      : [],
  );
  return ranges.length > 0 ? [{ paragraph, run: inline.text, ranges }] : [];
}

export const texts: readonly OwnText[] = ownTexts(built.report);

/** Words with everything in them that YAML, Handlebars or XML might take for something of theirs. */
const words = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(..."持续深化改革发展，。；：、“”（）") },
      fc.constantFrom(
        ": ",
        " #",
        "#",
        "'",
        '"',
        "{{",
        "}}",
        "{",
        "}",
        "\\",
        "&",
        "<",
        ">",
        "- ",
        "@",
        "`",
        "!",
        "*",
        "|",
        "%",
        ",",
        "[",
        "]",
        "~",
        "=",
        "?",
        "𠮷",
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all.join(""))
  .filter((all) => all.trim() !== "");

export interface TextEdit {
  readonly own: OwnText;
  readonly edits: readonly TypedOver[];
}

/** One or two places of a range typed over; something of the range stays. */
const editsIn = ({
  start,
  end,
}: {
  readonly start: number;
  readonly end: number;
}): fc.Arbitrary<readonly TypedOver[]> =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: start, max: end }),
        fc.integer({ min: 0, max: 4 }),
        fc.option(words, { nil: "" }),
      ),
      {
        maxLength: 2,
      },
    )
    .map((all) => {
      const taken: TypedOver[] = [];
      for (const [at, length, put] of all.toSorted(([one], [other]) => one - other)) {
        const last = taken.at(-1);
        const until = Math.min(at + length, end);
        if ((last && at <= last.end) || (at === start && until === end)) continue;
        if (until > at || put !== "") taken.push({ start: at, end: until, words: put });
      }
      return taken;
    })
    .filter((all) => all.reduce((left, edit) => left - (edit.end - edit.start), end - start) > 0);

export const textEdits: fc.Arbitrary<readonly TextEdit[]> = fc
  .tuple(
    ...texts.map((own) =>
      fc.option(
        fc.tuple(...own.ranges.map(editsIn)).map((all) => ({ own, edits: all.flat() })),
        { nil: { own, edits: [] }, freq: 2 },
      ),
    ),
  )
  .map((all) => all.filter(({ edits }) => edits.length > 0));

const units: Readonly<Record<string, string>> = {
  "safety.premises": "家",
  "safety.patrols": "次",
  "safety.hazardsFound": "项",
  "demolition.illegal": "平方米",
  "demolition.enclosed": "平方米",
  "duties.briefings": "次",
};

const amount = fc.oneof(
  fc.integer({ min: 1, max: 99999 }).map(String),
  fc.integer({ min: 1, max: 99 }).map((n) => `${n * 100}余`),
  fc.integer({ min: 1, max: 99 }).map((n) => `近${n * 100}`),
  fc.integer({ min: 1, max: 99 }).map((n) => `约${n * 10}`),
  fc.integer({ min: 1, max: 99 }).map((n) => `超过${n * 10}`),
  fc.integer({ min: 1, max: 99 }).map((n) => `${n * 10}以上`),
);

export const amounts: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .tuple(
    ...Object.keys(units).map((id) => fc.option(amount, { nil: null }).map((text) => [id, text] as const)),
  )
  .map((all) => new Map(all.flatMap(([id, text]) => (text === null ? [] : [[id, text] as const]))));

/** The figures of a report that show an indicator. */
export function placesOf(
  id: string,
  { paragraphs }: BuiltReport = built.report,
): readonly (WrittenInline & { kind: "figure" })[] {
  return paragraphs.flatMap(({ content }) =>
    content.flatMap((inline) => (inline.kind === "figure" && inline.indicator === id ? [inline] : [])),
  );
}

/** As the place shows it: in a table, the unit stands in another cell. */
export function shownAs(text: string, shown: string, id: string): string {
  const unit = units[id] ?? "";
  if (!shown.includes(unit)) return text;
  return text.endsWith("以上") ? `${text.slice(0, -2)}${unit}以上` : `${text}${unit}`;
}

export function editFigures(edits: WordEdits, wanted: ReadonlyMap<string, string>): void {
  for (const [id, text] of wanted)
    for (const { bookmark, shown } of placesOf(id)) edits.figure(bookmark, shownAs(text, shown, id));
}

/** Makes the edits; gives what the paragraphs with words of the data say then, by their number. */
export function editTexts(
  edits: WordEdits,
  wanted: readonly TextEdit[],
  figures: ReadonlyMap<string, string>,
): ReadonlyMap<number, Wanted> {
  const after = new Map<string, string>();
  for (const { own, edits: typed } of wanted) {
    const all: readonly Stretch[] = stretches(own.run, typed);
    edits.run(own.run, all);
    after.set(`${own.paragraph}:${own.run}`, textAfter(all));
  }
  const unsure = new Set(wanted.filter((each) => !isSure(each)).map(({ own }) => own.paragraph));
  return new Map(
    [...new Set(texts.map((own) => own.paragraph))].map((paragraph) => [
      paragraph,
      {
        words: said(paragraph, after, figures),
        isSure: !unsure.has(paragraph),
      },
    ]),
  );
}

export interface Wanted {
  readonly words: string;
  /** Whether it is certain which words of the data were edited. */
  readonly isSure: boolean;
}

/** One place of each text, not at its border, and no braces. */
function isSure({ own, edits }: TextEdit): boolean {
  return own.ranges.every(({ start, end }) => {
    const inside = edits.filter((edit) => edit.end >= start && edit.start <= end);
    return (
      inside.length <= 1 &&
      inside.every((edit) => edit.start > start && edit.end < end && !/[{}\\]/.test(edit.words))
    );
  });
}

/** White space that is put in or taken away is nobody's edit. */
export const squeezed = (text: string): string => text.replace(/\s+/g, "");

function said(
  paragraph: number,
  after: ReadonlyMap<string, string>,
  figures: ReadonlyMap<string, string>,
): string {
  const content = built.report.paragraphs[paragraph]?.content ?? [];
  return squeezed(
    content
      .map((inline) => {
        if (inline.kind === "text") return after.get(`${paragraph}:${inline.text}`) ?? inline.text;
        const text = figures.get(inline.indicator);
        return text === undefined ? inline.shown : shownAs(text, inline.shown, inline.indicator);
      })
      .join(""),
  );
}
