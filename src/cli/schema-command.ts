import { type CommandTools, plainCommand } from "./tools.ts";

const words = {
  zh: {
    about: "输出供编辑器使用的数据规范，带悬停说明",
    write: "写回 schemas/year.schema.json，不输出",
    examples: `
示例：
  report schema --write                           改了指标以后，更新悬停说明
  report schema > .vscode/year.schema.json        没有 schemas/ 的工作区，供编辑器用`,
  },
  en: {
    about: "print the schema for editors, with the text they show on each indicator",
    write: "write it to schemas/year.schema.json, print no text",
    examples: `
Examples:
  report schema --write                       brings the hover texts up to date after a change
  report schema > .vscode/year.schema.json    for the editor, in a workspace without schemas/`,
  },
} as const;

export function addSchema({ program, lang, context, done }: CommandTools): void {
  const own = words[lang];
  plainCommand(program, "schema", lang, own)
    .option("--write", own.write)
    .action(async (options: { write?: boolean }) => {
      const { schema } = await import("../commands/schema.ts");
      done(await schema(context(), options.write ?? false));
    });
}
