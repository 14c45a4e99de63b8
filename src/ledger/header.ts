import { cellAt, filledCells, normalName, type Row } from "./row.ts";

/** Titles and notes above the header are looked through this far. */
export const mostTitleRows = 50;

export interface Header {
  readonly row: Row;
  /** Its index among the rows that were looked at. */
  readonly index: number;
  /** How many of the wanted columns it has. */
  readonly found: number;
}

/** The row that names most of the wanted columns, the first of several; with none of them, the fullest row. */
export function findHeader(rows: readonly Row[], wanted: readonly string[]): Header | null {
  const names = [...new Set(wanted.map(normalName))];
  let best: Header | null = null;
  let fullest = 0;
  for (const [index, row] of rows.entries()) {
    const own = new Set(row.cells.map((cell) => normalName(cell ?? "")));
    const found = names.filter((name) => own.has(name)).length;
    const filled = filledCells(row);
    if (filled === 0) continue;
    if (best && (found < best.found || (found === best.found && (found > 0 || filled <= fullest)))) continue;
    best = { row, index, found };
    fullest = filled;
  }
  return best;
}

/** The places of a column: none where it is missing, several where its name is repeated. */
export function placesOf(header: Row, name: string): readonly number[] {
  const wanted = normalName(name);
  return header.cells.flatMap((cell, index) => (normalName(cell ?? "") === wanted ? [index] : []));
}

/** The names of the columns as they are written, without line breaks. */
export function columnNames(header: Row): readonly string[] {
  return header.cells.flatMap((_, index) => cellAt(header, index).replace(/\s+/g, "") || []);
}

const units: readonly string[] = (
  "元 千元 万元 亿元 平方米 亩 公顷 平方公里 米 公里 吨 公斤 千克 立方米 人 人次 名 个 户 家 家次 件 件次 起 次 场 场次 项 " +
  "处 册 份 条 部 辆 台 张 户次 天 分 %"
).split(" ");
const aliases: Readonly<Record<string, string>> = {
  m2: "平方米",
  平米: "平方米",
  平方: "平方米",
  kg: "公斤",
  千克: "公斤",
  t: "吨",
};

/** The unit that a column's name gives in brackets, such as 金额（万元）; null where it gives none that is known. */
export function unitInName(name: string): string | null {
  const inner = /[([{]([^()[\]{}]+)[)\]}]$/.exec(normalName(name))?.[1]?.replace(/^单位[:：]?/, "");
  const unit = inner === undefined ? "" : (aliases[inner.toLowerCase()] ?? inner);
  return units.includes(unit) ? unit : null;
}

/** The unit of money that a title gives for the whole table, such as 单位：万元. */
export function unitInTitles(rows: readonly Row[]): string | null {
  for (const { cells } of rows)
    for (const cell of cells) {
      const unit = /单位[:：](元|千元|万元|亿元)(?:$|[^\p{Script=Han}])/u.exec(normalName(cell ?? ""))?.[1];
      if (unit) return unit;
    }
  return null;
}

export function sameUnit(a: string, b: string): boolean {
  return (aliases[a] ?? a) === (aliases[b] ?? b);
}
