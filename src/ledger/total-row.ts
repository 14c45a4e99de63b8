import { cellAt, normalName, type Row } from "./row.ts";

const total = /^(?:合计|总计|小计|共计|累计|总和|合计数|总计数)[:：]?$/;
/** Only in the first cell, where a row is named: 本月合计, 3月小计, 违建小计. */
const named = /^.{0,12}(?:合计|总计|小计|共计|累计)(?:\(.{0,12}\))?[:：]?$/;

/**
 * Whether a row adds up others and must not be counted again: its first filled cell ends with 合计, 总计 or 小计, or
 * one of its next two is nothing else.
 */
export function isTotalRow(row: Row): boolean {
  let filled = 0;
  for (let column = 0; column < row.cells.length && filled < 3; column++) {
    const cell = cellAt(row, column);
    if (cell === "") continue;
    filled++;
    if (cell.length > 30 || !/[计和]/.test(cell)) continue;
    const name = normalName(cell);
    if (total.test(name) || (filled === 1 && named.test(name))) return true;
  }
  return false;
}
