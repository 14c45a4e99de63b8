import type { Figure } from "../aggregate/figure.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import type { Indicator } from "../catalogue/indicator.ts";
import { suggest } from "../catalogue/suggest.ts";
import { type Block, type Document, type Inline, inlineText } from "../document/document.ts";
import { partialBlocks, storyBlocks } from "../document/story.ts";
import { formatFigure, formatNumber } from "../quantity/format.ts";
import { type Span, type WordPlace, wordPlaceAt } from "../source/source-file.ts";

/** A place of the report where a figure stands. */
export interface Appearance {
  /** The report's headings above it, the outermost first; of the annex, its title. */
  readonly way: readonly string[];
  /** Where in the Word template it stands, or the partial that gives it; null in the report itself. */
  readonly place: WordPlace | null;
  /** The whole paragraph or row. */
  readonly text: string;
  /** Where in the text the figure stands. */
  readonly start: number;
  readonly end: number;
  /** The place in a template or in the data that put it there; null for the annex, which the program makes. */
  readonly origin: Span | null;
}

/** A figure, and everything that it rests on and that shows it. */
export interface Trace {
  readonly figure: Figure;
  /** What it was computed from, or is said to equal. */
  readonly from: readonly Figure[];
  readonly appearances: readonly Appearance[];
}

/** The figures that a name or a number means: an id, a label, or the words as they are printed. */
export function findFigures(
  { figures }: YearFigures,
  document: Document | null,
  wanted: string,
): readonly Figure[] {
  const printed = (document ? shownBlocks(document) : []).flatMap((block) =>
    linesOf(block)
      .flat()
      .filter((inline) => inline.kind === "figure"),
  );
  const rates = printed.map(({ figure }) => figure).filter(({ indicator }) => indicator.rateOf !== null);
  const all = [
    ...new Map([...rates, ...figures.values()].map((figure) => [keyOf(figure.indicator), figure])).values(),
  ];
  const named = all.filter(({ indicator }) => [indicator.id, indicator.label].includes(wanted));
  if (named.length > 0) return named;
  const shown = new Set(
    printed.filter((inline) => bare(inline, wanted)).map(({ figure }) => keyOf(figure.indicator)),
  );
  return all.filter(
    ({ indicator, quantity }) =>
      shown.has(keyOf(indicator)) ||
      formatNumber(quantity) === wanted ||
      formatFigure(quantity, indicator.unit) === wanted,
  );
}

/** A rate is the same figure whether the schema declares it or a template asks for it. */
function keyOf({ id, rateOf }: Indicator): string {
  return rateOf ? `${rateOf.part}/${rateOf.whole}` : id;
}

/** The report's blocks, and what the Word template prints around them. */
function shownBlocks({ blocks, stories }: Document): readonly Block[] {
  return [...blocks, ...stories.flatMap((story) => [...storyBlocks(story), ...partialBlocks(story)])];
}

/** Whether a figure is printed as what is wanted, with its unit or without. */
function bare({ figure, shown }: Extract<Inline, { readonly kind: "figure" }>, wanted: string): boolean {
  const { unit } = figure.indicator;
  return shown === wanted || (shown.endsWith(unit) && shown.slice(0, shown.length - unit.length) === wanted);
}

const mostSuggested = 5;

/** For what there is not: the figures with that number and other words about it, or the nearest name. */
export function suggestFigures({ figures, data }: YearFigures, wanted: string): readonly string[] {
  const number = numberIn(wanted);
  const shown = [...figures.values()].map(({ quantity }) => formatNumber(quantity));
  const alike = new Set(number === null ? [] : shown.filter((each) => numberIn(each) === number));
  if (alike.size > 0) return [...alike].slice(0, mostSuggested);
  const { indicators } = data.catalogue;
  const labels = [...indicators.values()].map(({ label }) => label);
  const nearest = suggest(wanted, [...indicators.keys(), ...labels]);
  return nearest === null ? [] : [nearest];
}

/** The 1200 of 近1200 and 1,200余家; names of indicators have none. */
function numberIn(text: string): string | null {
  if (/[a-z]/i.test(text)) return null;
  return /\d+(?:\.\d+)?/.exec(text.replace(/(?<=\d)[,，](?=\d)/g, ""))?.[0] ?? null;
}

export function trace(figure: Figure, { figures }: YearFigures, document: Document | null): Trace {
  const { indicator, sameAs } = figure;
  const ids =
    indicator.totalOf ?? (indicator.rateOf ? [indicator.rateOf.part, indicator.rateOf.whole] : sameAs);
  return {
    figure,
    from: ids.flatMap((id) => figures.get(id) ?? []),
    appearances: document
      ? [...appearancesOf(keyOf(indicator), document.blocks), ...inTemplate(keyOf(indicator), document)]
      : [],
  };
}

/** Where the Word template's own tags show a figure. */
function inTemplate(key: string, { stories }: Document): readonly Appearance[] {
  return stories.flatMap((story) => [
    ...storyBlocks(story).flatMap(({ content, origin }) => {
      const place = origin && wordPlaceAt(origin);
      return inLine(key, content, []).map((each) => ({ ...each, place }));
    }),
    ...story.content.flatMap((piece) => {
      if (piece.kind !== "blocks") return [];
      const place = wordPlaceAt({ file: story.file, start: piece.at, end: piece.at });
      return appearancesOf(key, piece.blocks).map((each) => ({ ...each, place }));
    }),
  ]);
}

function appearancesOf(key: string, blocks: readonly Block[]): readonly Appearance[] {
  const found: Appearance[] = [];
  let way: readonly string[] = [];
  for (const block of blocks) {
    if (block.kind === "heading")
      way = [...way.slice(0, block.level - 1), block.number + inlineText(block.content)];
    if (block.kind === "annex") way = [`${block.label} ${block.title}`];
    for (const line of linesOf(block)) found.push(...inLine(key, line, way));
  }
  return found;
}

function linesOf(block: Block): readonly (readonly Inline[])[] {
  if (block.kind === "table") return block.rows.map(({ cells }) => joined(cells));
  return block.kind === "title" || block.kind === "heading" || block.kind === "paragraph"
    ? [block.content]
    : [];
}

function joined(cells: readonly (readonly Inline[])[]): readonly Inline[] {
  return cells.flatMap((cell, index) =>
    index === 0 ? cell : [{ kind: "text" as const, text: "｜" }, ...cell],
  );
}

function inLine(key: string, line: readonly Inline[], way: readonly string[]): readonly Appearance[] {
  const text = inlineText(line);
  let at = 0;
  return line.flatMap((inline) => {
    const start = at;
    at += inline.kind === "text" ? inline.text.length : inline.shown.length;
    if (inline.kind === "text" || keyOf(inline.figure.indicator) !== key) return [];
    return [{ way, place: null, text, start, end: at, origin: inline.origin ?? null }];
  });
}
