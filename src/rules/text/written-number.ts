import type { Passage } from "../passage.ts";
import { countedThings, unitPattern } from "./numerals.ts";

/** A number in Chinese numerals, from the first of them to the end of its unit. */
export interface WrittenNumber {
  readonly start: number;
  readonly end: number;
}

const digit = "[一二两三四五六七八九]";
const several = "[两三四五六七八九]";
const hundreds = `(?:${digit}百)?(?:零?${digit}?十)?(?:零?${digit})?`;
const thousands = `(?:${digit}千)?零?${hundreds}`;
/** 十, 二十五, 一百零五, 三万六千; a lone 百, 千 or 万 is in set phrases only (百家争鸣, 千家万户). */
const large = `(?=${digit}?十|${digit}[百千万亿])(?:${thousands}亿)?零?(?:${thousands}万)?零?${thousands}`;
const any = "[零一二两三四五六七八九十百千万亿]{1,9}";

/** What stands before an ordinal, one of several, a figure of speech, or the rest of another numeral. */
const notBehind =
  "(?<![一二三四五六七八九十百千万亿〇零两几数第每这那各前后首头末上下同哪某任逐又再番届式另他余]|最近|上述|下列)";
/** A range (三至五家) has no single number. */
const notInRange = "(?<![一二三四五六七八九十][至到—～、])";
/** 三个月, 五十六个民族; 三次产业, 三次全会; 十户联防; what a law requires (三人以上). */
const notBefore =
  "(?!月|工作日|自然日|民族|字|产业|分配|全会|全体|党代会|代表大会|联|长|室|级|硬仗|以上|以下|以内|之内|之一)";

/** Units that no set phrase has behind 三 to 九; with others, what is counted must be named. */
const countingUnits: ReadonlySet<string> = new Set([..."家次场起户处份册吨台辆"]);

const moreThings = [
  "[名位](?:社区工作者|网格员|人民调解员|调解员|公职人员|志愿者|法律顾问|律师)",
  "项(?:重大)?(?:安全)?(?:隐患|违法行为|行政许可|行政处罚)",
  "条(?:问题线索|线索|意见建议|意见|建议)",
].join("|");

/** 听取汇报一次, 收到举报四件: behind what was done and at the end of a clause, 一 counts; before it, it is an article. */
const doneOnce =
  "(?<=课|讲座|培训|会议|演练|活动|汇报|检查|行动|整治|宣讲|宣传|调研|考试|巡查|督查|案件|事故|举报|投诉|隐患)";

/** How often something is to be done, or at least: no amount of this year. */
const frequency = /每|至少|不少于|不低于|不超过|最多|至多|以上|定期/;

interface Form {
  readonly pattern: RegExp;
  /** Whether 每 or 至少 before it in its clause makes it a requirement. */
  readonly exact: boolean;
}

const percentages: readonly string[] = [
  `(?<!${digit}|[十百千万])(?:百|千)分之(?:几|${any}(?:点[零〇一二三四五六七八九]+)?)`,
  `(?<!${digit}|[十百千万第])${any}(?<![万亿])分之${any}(?!以上|世纪)`,
  "(?<=近|约|超|超过|逾|不足|达|达到|占)[一二两三四五六七八九]成(?![为立员长效果就绩型本品年分功熟都])",
  `(?<!${digit}|[十第])${several}成(?=以上|左右)`,
];

function formsOf(units: readonly string[]): readonly Form[] {
  const form = (source: string, exact: boolean): Form => ({ pattern: new RegExp(source, "g"), exact });
  const rates = percentages.map((source) => form(source, false));
  if (units.length === 0) return rates;
  const unit = `(?:${unitPattern(units)})`;
  const counting = `(?:${unitPattern(units.filter((each) => each.length > 1 || countingUnits.has(each))) || "(?!)"})`;
  const ends = `${unit}${notBefore}`;
  return [
    ...rates,
    form(`${notBehind}(?:${large}|[百千万])[余多][万亿]?${ends}`, false),
    form(`(?<![附以次人户总个件多少岁])(?:近|逾|超|上|数|几)[十百千万]+[余多]?${ends}(?!万户)`, false),
    // 十 with 个, 项, 件 and 条 heads programmes: 十项行动
    form(`${notBehind}${notInRange}(?!十[个项件条名人])${large}${ends}`, true),
    form(`${notBehind}${notInRange}${several}${counting}${notBefore}`, true),
    form(`${notBehind}${notInRange}${several}(?=${unit})(?:${countedThings}|${moreThings})`, true),
    form(`${doneOnce}(?:一${counting}|${several}${unit})(?=[，。；、]|$)`, true),
  ];
}

interface Forms {
  /** Whether a text can have any of them at all: most paragraphs have none. */
  readonly possible: RegExp;
  readonly forms: readonly Form[];
}

const known = new WeakMap<readonly string[], Forms>();

function formsFor(units: readonly string[]): Forms {
  const before = known.get(units);
  if (before) return before;
  const ends = unitPattern([...units, "分之", "成"]);
  const made = {
    possible: new RegExp(`(?:[一二两三四五六七八九十百千万亿]|[十百千万亿][余多])(?:${ends})`),
    forms: formsOf(units),
  };
  known.set(units, made);
  return made;
}

/**
 * Amounts in Chinese numerals with one of the units behind them, and shares (百分之五, 三分之一, 近三成).
 * Two digits side by side (三四个) are an estimate, 二 alone is no amount (二次供水), and 一个 is an article.
 */
export function writtenNumbers({ own }: Passage, units: readonly string[]): readonly WrittenNumber[] {
  const { possible, forms } = formsFor(units);
  if (!possible.test(own)) return [];
  const found = forms.flatMap(({ pattern, exact }) =>
    [...own.matchAll(pattern)]
      .filter(({ index }) => !exact || !frequency.test(clauseBefore(own, index)))
      .map(({ 0: text, index }) => ({ start: index, end: index + text.length })),
  );
  let end = 0;
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((each) => {
      const free = each.start >= end;
      if (free) end = each.end;
      return free;
    });
}

function clauseBefore(text: string, at: number): string {
  return /[^，。；：！？]*$/.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? "";
}
