import type { Figure } from "../aggregate/figure.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import { compareFigures, type DeclaredChange } from "../compare/comparison.ts";
import {
  changeFigure,
  type LastAmount,
  lastAmount,
  lastFigure,
  type Unsaid,
  type YearOnYear,
  yearOnYear,
} from "../compare/year-on-year.ts";
import { periodWords } from "../period/period.ts";
import { changeWords } from "../quantity/change-words.ts";
import { formatFigure } from "../quantity/format.ts";
import { type Inline, shownNumber } from "./document.ts";

type Cell = readonly Inline[];

/** Why a figure of the annex has no 同比, in the order in which the note tells it. */
const reasons = ["new", "vanished", "unit", "definition", "period", "zero", "overlap"] as const;
type Reason = (typeof reasons)[number];

interface Remark {
  readonly reason: Reason;
  readonly content: Cell;
}

/** Last year's amount and what became of it: the two further cells of a figure's row. */
export function yearCells(figure: Figure, now: YearFigures, last: YearFigures): readonly Cell[] {
  const compared = yearOnYear(figure.indicator.id, now, last);
  if (!compared || compared.kind === "new") return [dash, dash];
  const before = compared.last ? [lastInline(figure, compared.last, last.year)] : dash;
  if (compared.kind === "unsaid" || isFromZero(compared)) return [before, dash];
  const shown = changeWords(compared.change, figure.indicator.unit);
  return [before, [{ kind: "figure", figure: changeFigure(compared), shown }]];
}

const dash: Cell = text("—");

function text(words: string): Cell {
  return [{ kind: "text", text: words }];
}

function isFromZero({ change, now }: Extract<YearOnYear, { kind: "said" }>): boolean {
  return change.trend.kind === "from-zero" && now.indicator.unit !== "%";
}

/** With its unit where that is not the column's. */
function lastInline(figure: Figure, last: LastAmount, year: number): Inline {
  const made = lastFigure(figure, last, year);
  const shown =
    last.unit === figure.indicator.unit ? shownNumber(made) : formatFigure(last.quantity, last.unit);
  return { kind: "figure", figure: made, shown };
}

/** What stands below the table: what cannot be compared with last year, and why. */
export function yearNotes(now: YearFigures, last: YearFigures): readonly Cell[] {
  const ids = new Set([...now.data.catalogue.indicators.keys(), ...last.data.catalogue.indicators.keys()]);
  const remarks = [...ids].flatMap((id) => remark(id, now, last) ?? []);
  const lines = reasons.flatMap((reason): readonly Cell[] => {
    const told = remarks.filter((each) => each.reason === reason);
    if (told.length === 0) return [];
    const listed = told.flatMap(({ content }, index) =>
      index === 0 ? content : [...text("、"), ...content],
    );
    return [[...text(`${introduction(reason, now.year, last.year)}：`), ...listed, ...text("。")]];
  });
  return lines.length === 0 ? [] : [text(`注：下列指标不能与${last.year}年比较。`), ...lines];
}

function introduction(reason: Reason, year: number, lastYear: number): string {
  const words: Readonly<Record<Reason, string>> = {
    new: `${lastYear}年没有的`,
    vanished: `${lastYear}年有、${year}年没有的`,
    unit: "单位改变的",
    definition: "统计口径改变的",
    period: "所计时段不同的",
    zero: `${lastYear}年为0的`,
    overlap: "因有约数、增减不能确定的",
  };
  return words[reason];
}

function remark(id: string, now: YearFigures, last: YearFigures): Remark | null {
  const compared = yearOnYear(id, now, last);
  if (!compared) return vanished(id, now, last);
  const { label } = compared.now.indicator;
  if (compared.kind === "new") return { reason: "new", content: text(label) };
  if (compared.kind === "said") return isFromZero(compared) ? { reason: "zero", content: text(label) } : null;
  const { reason } = compared;
  if (reason === "no-year") return null;
  return {
    reason,
    content: text(`${label}${why(reason, compared.now, compared.last, compared.declared, last)}`),
  };
}

function vanished(id: string, now: YearFigures, last: YearFigures): Remark | null {
  const compared = compareFigures(id, now, last);
  if (compared?.kind !== "vanished") return null;
  const figure = lastFigure(compared.last, lastAmount(compared.last), last.year);
  const shown = shownNumber(figure) + figure.indicator.unit;
  return {
    reason: "vanished",
    content: [
      ...text(`${compared.last.indicator.label}（`),
      { kind: "figure", figure, shown },
      ...text("）"),
    ],
  };
}

function why(
  reason: Exclude<Unsaid, "no-year">,
  now: Figure,
  before: LastAmount | null,
  declared: DeclaredChange | null,
  last: YearFigures,
): string {
  const because = declared?.change.reason.replace(/。+$/, "") ?? null;
  const part = declared && declared.indicator.id !== now.indicator.id ? `${declared.indicator.label}：` : "";
  if (reason === "unit") {
    const change = `由${before?.unit ?? ""}改为${now.indicator.unit}`;
    return `（${[change, ...(because ? [part + because] : [])].join("，")}）`;
  }
  if (reason === "definition") return because ? `（${part}${because}）` : "";
  if (reason === "overlap") return "";
  const period = last.figures.get(now.indicator.id)?.period ?? null;
  const of = (each: Figure["period"], year: number): string => (each ? periodWords(each) : `${year}年全年`);
  return `（${of(period, last.year)}、${of(now.period, last.year + 1)}）`;
}
