import { type CommandTools, plainCommand } from "./tools.ts";

const words = {
  zh: {
    about: "说明一个诊断代码的意思，并举例",
    code: "诊断代码，如 figure-unreadable（省略时列出全部）",
    examples: `
示例：
  report explain figure-unreadable
  report explain`,
  },
  en: {
    about: "say what a diagnostic code means, with an example",
    code: "a code such as figure-unreadable (default: lists all)",
    examples: `
Examples:
  report explain figure-unreadable
  report explain`,
  },
} as const;

export function addExplain({ program, lang, context, done }: CommandTools): void {
  const own = words[lang];
  plainCommand(program, "explain", lang, own)
    .argument("[code]", own.code)
    .action(async (code: string | undefined) => {
      const { explain } = await import("../commands/explain.ts");
      done(await explain(context(), code ?? null));
    });
}
