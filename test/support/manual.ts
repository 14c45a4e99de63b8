import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../../src/diagnostic/catalogue.ts";
import type { Lang } from "../../src/diagnostic/words/words.ts";
import { isAdjustable, isCode } from "../../src/policy/adjustable.ts";
import { caseFolders, casesFolder } from "./case.ts";

interface Example {
  readonly folder: string;
  /** The message with its place, the line itself and the hint, as printed. */
  readonly message: string;
  readonly path: string | null;
}

const words = {
  zh: {
    title: "诊断代码",
    about:
      "每个代码一节：级别、例子（取自 test/cases，随程序测试）、改正后的样子。`report explain 代码` 印出同样的文字。",
    error: "级别：错误",
    warning: "级别：警告",
    adjustable: "，可在 .report.yaml 中调整",
    wrong: "报出时：",
    right: "没有问题的写法：",
    heads: ["错误", "警告"],
  },
  en: {
    title: "Diagnostic codes",
    about:
      "A section a code: its severity, an example (from test/cases, so it is tested), and how it reads without the fault. `report explain CODE` prints the same text.",
    error: "Severity: error",
    warning: "Severity: warning",
    adjustable: ", adjustable in .report.yaml",
    wrong: "As it is reported:",
    right: "Without the fault:",
    heads: ["error", "warning"],
  },
} as const;

/** The manual of all codes, made from the catalogue and the cases, so that it cannot go stale. */
export function manual(lang: Lang): string {
  const w = words[lang];
  const sections = Object.entries(catalogue)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { severity }]) => {
      const example = exampleOf(code, lang);
      const right = example && rightLines(example);
      return [
        `## ${code}`,
        "",
        w[severity] + (isCode(code) && isAdjustable(code) ? w.adjustable : ""),
        ...(example ? ["", w.wrong, "", "```text", example.message, "```"] : []),
        ...(right ? ["", w.right, "", "```text", right, "```"] : []),
        "",
      ].join("\n");
    });
  return `# ${w.title}\n\n${w.about}\n\n${sections.join("\n")}`;
}

/** The case that is named after the code, otherwise the first that shows it. */
function exampleOf(code: string, lang: Lang): Example | null {
  const folders = caseFolders().toSorted(
    (a, b) => Number(b.endsWith(code)) - Number(a.endsWith(code)) || (a < b ? -1 : 1),
  );
  const heads = words[lang].heads.join("|");
  const head = new RegExp(`^(?:(\\S+?):\\d+:\\d+ )?(?:${heads}) ${code}: `);
  for (const folder of folders) {
    const lines = readFileSync(join(casesFolder, folder, "expected.txt"), "utf8").split("\n");
    const start = lines.findIndex((line) => head.test(line));
    if (start < 0) continue;
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((line) => !/^ /.test(line));
    const message = [lines[start], ...rest.slice(0, end < 0 ? rest.length : end)].join("\n");
    return { folder, message, path: head.exec(lines[start] ?? "")?.[1] ?? null };
  }
  return null;
}

/** The lines of the base workspace that stand where the case has others; null where there are none. */
function rightLines({ folder, path }: Example): string | null {
  const own = path && join(casesFolder, folder, path);
  const base = path && join(casesFolder, "base", path);
  if (!own || !base || !existsSync(own) || !existsSync(base)) return null;
  const theirs = new Set(readFileSync(own, "utf8").split(/\r?\n/));
  const missing = readFileSync(base, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !theirs.has(line));
  return missing.length > 0 && missing.length <= 4 ? missing.join("\n") : null;
}
