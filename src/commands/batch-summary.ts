import type { Lang } from "../diagnostic/words/words.ts";
import { runsOf } from "./years.ts";

interface Batch {
  readonly built: readonly number[];
  readonly faulty: readonly number[];
  readonly undone: readonly number[];
}

/** 共 8 份：7 份已生成，1 份有错误（2019） */
export function batchSummary({ built, faulty, undone }: Batch, lang: Lang): string {
  const total = built.length + faulty.length + undone.length;
  const zh = lang === "zh";
  const parts = [
    zh ? `${built.length} 份已生成` : `${built.length} built`,
    ...some(faulty, (years) =>
      zh ? `${faulty.length} 份有错误（${years}）` : `${faulty.length} with errors (${years})`,
    ),
    ...some(undone, (years) =>
      zh ? `${undone.length} 份没有做（${years}）` : `${undone.length} not done (${years})`,
    ),
  ];
  function some(years: readonly number[], words: (years: string) => string): readonly string[] {
    return years.length === 0 ? [] : [words(listed(years, lang))];
  }
  if (zh) return `${undone.length > 0 ? "已中断。" : ""}共 ${total} 份：${parts.join("，")}`;
  return `${undone.length > 0 ? "interrupted; " : ""}${total} reports: ${parts.join(", ")}`;
}

const mostRuns = 12;

function listed(years: readonly number[], lang: Lang): string {
  const runs = runsOf(years);
  const more = runs.length > mostRuns ? (lang === "zh" ? "等" : " …") : "";
  return runs.slice(0, mostRuns).join(lang === "zh" ? "、" : ", ") + more;
}
