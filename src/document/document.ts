import type { Figure } from "../aggregate/figure.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import { formatNumber } from "../quantity/format.ts";
import { roundQuantity } from "../quantity/round.ts";
import type { Span } from "../source/source-file.ts";
import type { Chart } from "../template/chart.ts";
import type { FilledStory } from "./story.ts";

/** A figure keeps its identity from the template to the output: `shown` is the text that stands for it. */
export type Inline =
  | {
      readonly kind: "text";
      readonly text: string;
      /** Where its parts are written, character by character; absent for what the program itself adds. */
      readonly origins?: readonly Origin[];
    }
  | { readonly kind: "figure"; readonly figure: Figure; readonly shown: string; readonly origin?: Span };

/** From offset `at` on, a text is written in the span. */
export interface Origin {
  readonly at: number;
  readonly span: Span;
}

export interface Column {
  readonly header: string;
  /** Share of the table's width, in percent. */
  readonly width: number;
  readonly align: "left" | "center" | "right";
}

export interface Row {
  readonly cells: readonly (readonly Inline[])[];
}

/** Level 1 is 一、, 2 （一）, 3 1., 4 （1） (GB/T 9704 §7.3.3). */
export type HeadingLevel = 1 | 2 | 3 | 4;

export type Block =
  | { readonly kind: "title"; readonly content: readonly Inline[]; readonly origin: Span | null }
  | {
      readonly kind: "heading";
      readonly level: HeadingLevel;
      /** The number as literal text, such as 一、 or （一）. */
      readonly number: string;
      readonly content: readonly Inline[];
      readonly origin: Span | null;
    }
  | { readonly kind: "paragraph"; readonly content: readonly Inline[]; readonly origin: Span | null }
  /** To whom the report goes, below its title (§7.3.2). */
  | { readonly kind: "addressee"; readonly text: string; readonly origin: Span | null }
  /** 附件：… one line below the body (§7.3.4). */
  | { readonly kind: "annexNote"; readonly titles: readonly string[] }
  /** Office over date at the end of the body (§7.3.5.3). */
  | {
      readonly kind: "signature";
      readonly office: string;
      readonly date: string;
      /** Where the data has them. */
      readonly origins?: { readonly office: Span | null; readonly date: Span | null };
    }
  /** Opens an annex on a new page: 附件 and its title (§7.3.7). `label` is 附件 or 附件1. */
  | { readonly kind: "annex"; readonly label: string; readonly title: string }
  | { readonly kind: "table"; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  /** `number`: 图1. */
  | { readonly kind: "chart"; readonly number: number; readonly chart: Chart; readonly origin?: Span }
  /** What is said below a table, in its letters; a paragraph a line. */
  | { readonly kind: "tableNote"; readonly lines: readonly (readonly Inline[])[] };

/** The report before it is docx, Markdown or text. */
export interface Document {
  readonly year: number;
  readonly title: string;
  /** Author in the file's properties. */
  readonly office: string;
  /** ISO date of issue from the data; null where the data gives none. */
  readonly date: string | null;
  readonly blocks: readonly Block[];
  /** The parts of the Word template that have tags. */
  readonly stories: readonly FilledStory[];
}

/** The text of inlines as a reader sees it. */
export function inlineText(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === "text" ? inline.text : inline.shown)).join("");
}

/** A number as a table prints it, rounded where the schema asks. */
export function shownNumber({ indicator, quantity }: Pick<Figure, "indicator" | "quantity">): string {
  const step = indicator.round === null ? null : parseDecimal(indicator.round);
  return formatNumber(step ? roundQuantity(quantity, step) : quantity);
}

/** 图1 近年检查情况（单位：次）, below the chart, and what has to be known of it. */
export function chartLines({ number, chart }: Extract<Block, { kind: "chart" }>): readonly string[] {
  const { title, unit, notes } = chart;
  const caption = `图${number} ${title}${unit === "" ? "" : `（单位：${unit}）`}`;
  return [caption, ...notes.map((note) => `注：${note}`)];
}

/** A chart's numbers as a table: the years, and a row an indicator. */
export function chartRows({ years, series }: Chart): readonly (readonly string[])[] {
  return [
    ["", ...years.map((year) => `${year}年`)],
    ...series.map(({ label, points }) => [label, ...points.map((point) => point?.shown ?? "—")]),
  ];
}
