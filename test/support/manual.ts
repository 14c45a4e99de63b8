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
    info: "级别：信息",
    adjustable: "，可在 .report.yaml 中调整",
    wrong: "报出时：",
    right: "没有问题的写法：",
    heads: ["错误", "警告", "信息"],
  },
  en: {
    title: "Diagnostic codes",
    about:
      "A section a code: its severity, an example (from test/cases, so it is tested), and how it reads without the fault. `report explain CODE` prints the same text.",
    error: "Severity: error",
    warning: "Severity: warning",
    info: "Severity: info",
    adjustable: ", adjustable in .report.yaml",
    wrong: "As it is reported:",
    right: "Without the fault:",
    heads: ["error", "warning", "info"],
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

interface Shown {
  readonly folder: string;
  readonly lines: readonly string[];
}

const shown: readonly Shown[] = caseFolders().map((folder) => ({
  folder,
  lines: readFileSync(join(casesFolder, folder, "expected.txt"), "utf8").split("\n"),
}));

/** The case that is named after the code, otherwise the first that shows it. */
function exampleOf(code: string, lang: Lang): Example | null {
  const heads = words[lang].heads.join("|");
  const head = new RegExp(`^(?:(\\S+?):\\d+:\\d+ )?(?:${heads}) ${code}: `);
  const named = shown.filter(({ folder }) => folder.endsWith(code));
  for (const { folder, lines } of [...named, ...shown]) {
    const start = lines.findIndex((line) => line.includes(code) && head.test(line));
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
