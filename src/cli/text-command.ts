import { type CommandTools, plainCommand } from "./tools.ts";

const words = {
  zh: {
    about: "列出 Word 文件里的文字，一段一行",
    file: "Word 文件（.docx）",
    examples: `
示例：
  report text out/报告.docx
  git config diff.word.textconv "report text"    让 git diff 看得懂 Word 文件`,
  },
  en: {
    about: "print the words of a Word file, a paragraph a line",
    file: "a Word file (.docx)",
    examples: `
Examples:
  report text out/report.docx
  git config diff.word.textconv "report text"    lets git diff read Word files`,
  },
} as const;

export function addText({ program, lang, context, done }: CommandTools): void {
  const own = words[lang];
  plainCommand(program, "text", lang, own)
    .argument("<file>", own.file)
    .action(async (file: string) => {
      const { text } = await import("../commands/text.ts");
      done(await text(context(), file));
    });
}
