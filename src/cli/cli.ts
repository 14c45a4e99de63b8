import { Command, CommanderError } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import type { Context, GlobalOptions } from "../commands/context.ts";
import { printable } from "../diagnostic/printable.ts";
import type { Lang } from "../diagnostic/words/words.ts";
import type { Host } from "../host.ts";
import { addBuild } from "./build-command.ts";
import { addCheck } from "./check-command.ts";
import { addDiff } from "./diff-command.ts";
import { addExplain } from "./explain-command.ts";
import { addFigures } from "./figures-command.ts";
import { addFmt } from "./fmt-command.ts";
import { addNew } from "./new-command.ts";
import { addPull } from "./pull-command.ts";
import { addSchema } from "./schema-command.ts";
import { addTemplate } from "./template-command.ts";
import { addText } from "./text-command.ts";
import { type CommandTools, oneOf } from "./tools.ts";
import { addTrace } from "./trace-command.ts";
import { type CliWords, cliWords } from "./words.ts";
import { namedCommand, wrongUsage } from "./wrong-usage.ts";

/** In the order of the help. */
const commands: readonly ((tools: CommandTools) => void)[] = [
  addBuild,
  addCheck,
  addFigures,
  addDiff,
  addTrace,
  addNew,
  addFmt,
  addTemplate,
  addText,
  addPull,
  addExplain,
  addSchema,
];

/** Commands and their help; no logic. Each command is loaded when it is called. */
export async function runCli(argv: readonly string[], host: Host): Promise<number> {
  const lang = chooseLang(argv, host.env);
  const words = cliWords[lang];
  let exitCode = 0;
  const program = programOf(words, host, lang, (code) => {
    exitCode = code;
  });
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    if (error.code === "commander.help") {
      const group = program.commands.find((each) => each.commands.length > 0 && argv.includes(each.name()));
      (group ?? program).outputHelp();
      return 0;
    }
    host.stderr(
      `report: ${printable(wrongUsage(error, words))}\n${words.tryHelp(namedCommand(program, argv))}\n`,
    );
    return 2;
  }
}

/** `--lang`, else the locale's language where it is English, else Chinese: most of our users set neither. */
function chooseLang(argv: readonly string[], env: Host["env"]): Lang {
  const at = argv.findIndex((each) => each === "--lang" || each.startsWith("--lang="));
  const named = at < 0 ? undefined : (argv[at]?.split("=")[1] ?? argv[at + 1]);
  if (named === "zh" || named === "en") return named;
  return /^en/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || "") ? "en" : "zh";
}

function programOf(words: CliWords, host: Host, lang: Lang, done: (exitCode: number) => void): Command {
  const program = new Command("report");
  program
    .description(words.about)
    .exitOverride()
    .configureOutput({ writeOut: host.stdout, writeErr: () => undefined, outputError: () => undefined })
    .configureHelp({ styleTitle: (title) => words.titles[title] ?? title, showGlobalOptions: true })
    .option("-C <dir>", words.folder)
    .option("--lang <lang>", words.lang, oneOf(["zh", "en"]))
    .option("--color <when>", words.color, oneOf(["auto", "always", "never"]))
    // `bin/report.ts` has looked at it before.
    .option("--no-cache", words.noCache)
    .version(packageJson.version, "-V, --version", words.version)
    .helpOption("-h, --help", words.help)
    .helpCommand(false)
    .addHelpText("after", words.examples);
  const context = (): Context => ({
    host,
    options: globalOptions(program.opts(), lang),
    version: packageJson.version,
  });

  for (const add of commands) add({ program, lang, context, done });
  return program;
}

function globalOptions(options: Record<string, unknown>, lang: Lang): GlobalOptions {
  const color = options.color;
  return {
    folder: typeof options.C === "string" ? options.C : null,
    lang,
    color: color === "always" || color === "never" ? color : "auto",
  };
}
