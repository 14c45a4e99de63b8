import type { QuantityFault } from "../../quantity/read.ts";

type FaultKind = QuantityFault["kind"];

const zh: Readonly<Record<FaultKind, string>> = {
  unreadable: "应为数字加限定词",
  "unit-differs": "单位不对",
  "leading-zero": "数字前面不应有 0",
  "bad-grouping": "千位分隔应每三位一个逗号",
  "not-whole": "应为整数",
  "zero-approximate": "0 不能是约数",
  "approximation-not-round": "带余、多、近、约的数，末位应为 0",
  "two-marks": "限定词只能有一个",
  "mark-misplaced": "限定词的位置不对",
  "chinese-numerals": "应为数字加限定词",
  negative: "不应是负数",
  "too-long": "数字过长",
};

const en: Readonly<Record<FaultKind, string>> = {
  unreadable: "expected digits with a mark of approximation",
  "unit-differs": "wrong unit",
  "leading-zero": "expected no leading zero",
  "bad-grouping": "expected a comma every three digits",
  "not-whole": "expected a whole number",
  "zero-approximate": "0 cannot be approximate",
  "approximation-not-round": "a number with 余, 多, 近 or 约 should end in 0",
  "two-marks": "expected one mark of approximation",
  "mark-misplaced": "the mark of approximation stands in the wrong place",
  "chinese-numerals": "expected digits with a mark of approximation",
  negative: "expected no negative number",
  "too-long": "the number is too long",
};

const hintsZh: Readonly<Partial<Record<FaultKind, string>>> = {
  "two-marks": "近、约、超过、不足写在数字前，余、多、左右、以上写在数字后，只用一个。",
  "mark-misplaced": "近、约、超过、不足、至少写在最前；余、多写在单位前；左右、以上写在单位后。",
  "approximation-not-round": "例如 6300余、近1200；零头已知的，填确数。",
  "zero-approximate": "没有发生的填 0。",
  "not-whole": "本项按个数计。",
};

const hintsEn: Readonly<Partial<Record<FaultKind, string>>> = {
  "two-marks": "近, 约, 超过 and 不足 stand before the digits, 余, 多, 左右 and 以上 behind them; use one.",
  "mark-misplaced":
    "近, 约, 超过, 不足 and 至少 come first, 余 and 多 before the unit, 左右 and 以上 after it.",
  "approximation-not-round": "Such as 6300余 or 近1200; where the rest is known, give the exact number.",
  "zero-approximate": "Write 0 for none.",
  "not-whole": "This is counted in whole things.",
};

export function faultZh(fault: QuantityFault, found: string, unit: string): string {
  if (fault.kind === "unit-differs") return `单位应为“${unit}”，实为“${fault.found}”`;
  return `${zh[fault.kind]}，实为“${found}”`;
}

export function faultEn(fault: QuantityFault, found: string, unit: string): string {
  if (fault.kind === "unit-differs") return `expected the unit "${unit}", found "${fault.found}"`;
  return `${en[fault.kind]}, found "${found}"`;
}

/** What is no digit, and may look like one: the O of 1O0, or of 10O, where a unit would stand. */
function foreignIn(
  fault: QuantityFault,
  found: string,
  unit: string,
): { readonly zh: string; readonly en: string } | null {
  if (fault.kind !== "unreadable" && !(fault.kind === "unit-differs" && /^[OoIlΟοОоІ]+$/.test(fault.found)))
    return null;
  const rest = found.replace(unit, "").replace(/[0-9０-９]/g, "");
  const [character] = /(?!\p{Script=Han})[\p{L}\p{N}]/u.exec(rest) ?? [];
  if (character === undefined) return null;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const isLetter = /\p{L}/u.test(character);
  return {
    zh: `“${character}”（U+${code}）${isLetter ? "是字母，不是数字" : "不是 0 至 9 的数字"}`,
    en: `"${character}" (U+${code}) is ${isLetter ? "a letter" : "none of the digits 0 to 9"}`,
  };
}

export function faultHintZh(fault: QuantityFault, found: string, unit: string, schema: string): string {
  const foreign = foreignIn(fault, found, unit);
  if (foreign) return `${foreign.zh}，请重新输入这个数。`;
  return (
    hintsZh[fault.kind] ?? `写作 6300余、近1200、190 的样子；单位已由 ${schema} 规定为“${unit}”，可以不写。`
  );
}

export function faultHintEn(fault: QuantityFault, found: string, unit: string, schema: string): string {
  const foreign = foreignIn(fault, found, unit);
  if (foreign) return `${foreign.en}; type the number again.`;
  return (
    hintsEn[fault.kind] ??
    `Write it like 6300余, 近1200 or 190; ${schema} gives the unit "${unit}", which may be left out.`
  );
}
