import type { Mark, Scale, Wording } from "./quantity.ts";
import type { QuantityFault } from "./read.ts";

interface Tail {
  readonly marks: readonly Mark[];
  readonly scale: Scale;
  readonly markFirst: boolean;
}

const prefixes: readonly Mark[] = ["近", "约", "超过", "超", "至少", "不足"];
const suffixes: readonly Mark[] = ["左右", "以上"];
const maxDigits = 30;

/** The words of a text without what they leave possible: [mark] digits [余] [万] [余] [unit] [mark]. */
export function readWording(text: string, unit: string): Wording | QuantityFault {
  const prefix = prefixes.find((mark) => text.startsWith(mark)) ?? "";
  const rest = text.slice(prefix.length).trimStart();
  const token = /^[0-9][0-9,.]*/.exec(rest)?.[0];
  if (token === undefined) return withoutNumber(rest);
  const digits = readDigits(token);
  if (typeof digits !== "string") return digits;
  const tail = readTail(rest.slice(token.length).trim(), unit, prefix);
  if ("kind" in tail) return tail;
  const [mark = "", ...others] = [prefix, ...tail.marks].filter((each) => each !== "");
  if (others.length > 0) return { kind: "two-marks" };
  return { mark, digits, scale: tail.scale, markFirst: tail.markFirst };
}

function withoutNumber(rest: string): QuantityFault {
  if (/^(?:[-−–]\s*[0-9]|负)/.test(rest)) return { kind: "negative" };
  if (prefixes.some((mark) => rest.startsWith(mark))) return { kind: "two-marks" };
  return {
    kind: /^[数几]?[〇零一二两三四五六七八九十百千万亿]/.test(rest) ? "chinese-numerals" : "unreadable",
  };
}

/** Half-width digits without separators. */
function readDigits(token: string): string | QuantityFault {
  const [whole = "", fraction] = token.split(".");
  const grouped = whole.includes(",") ? /^[0-9]{1,3}(?:,[0-9]{3})+$/.test(whole) : true;
  if (!grouped || fraction?.includes(",")) return { kind: "bad-grouping" };
  const digits = token.replaceAll(",", "");
  if (/^0[0-9]/.test(digits)) return { kind: "leading-zero" };
  return digits.length > maxDigits ? { kind: "too-long" } : digits;
}

/** What follows the number. The unit goes first: in 650余万元 the 万 may be the unit's own. */
function readTail(text: string, unit: string, prefix: Mark): Tail | QuantityFault {
  const suffix = suffixes.find((mark) => text.endsWith(mark)) ?? "";
  const named = text.slice(0, text.length - suffix.length).trimEnd();
  const bare = unit && named.endsWith(unit) ? named.slice(0, -unit.length).trimEnd() : named;
  const form = /^([余多]?)([万亿]?)([余多]?)$/.exec(bare);
  const [, before = "", scale = "", after = ""] = form ?? [];
  if (!form || (scale && hasScale(unit))) return tailFault(named, unit, `${prefix}${suffix}` !== "");
  const marks = [before, after, suffix] as readonly Mark[];
  return { marks, scale: scale as Scale, markFirst: before !== "" && scale !== "" };
}

/** 22万 of a unit such as 万元 or 百万元 could be 22 or 220000 of it. */
function hasScale(unit: string): boolean {
  return /^[十百千]*[万亿]/.test(unit);
}

function tailFault(named: string, unit: string, marked: boolean): QuantityFault {
  const found = named.replace(hasScale(unit) ? /^[余多]/ : /^[余多]?[万亿]?[余多]?/, "").trim();
  if (/[0-9]/.test(named)) return { kind: "unreadable" };
  if (/^[〇零一二两三四五六七八九十百千]/.test(found)) return { kind: "chinese-numerals" };
  if (/^(?:左右|以上)|[余多]$/.test(found)) return { kind: marked ? "two-marks" : "mark-misplaced" };
  return { kind: "unit-differs", found };
}
