import { Command, CommanderError, InvalidArgumentError } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { type CliWords, cliWords, type UsageFault } from "./cli-words.ts";
import type { CheckOptions } from "./commands/check.ts";
import type { Context, GlobalOptions } from "./commands/context.ts";
import type { FiguresFormat } from "./commands/figures.ts";
import { printable } from "./diagnostic/printable.ts";
import type { Lang } from "./diagnostic/words/words.ts";
import type { Host } from "./host.ts";
import type { ReportFormat } from "./render/render.ts";

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
      program.outputHelp();
      return 0;
    }
    host.stderr(`report: ${printable(wrongUsage(error, words))}\n${words.tryHelp}\n`);
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
    .version(packageJson.version, "-V, --version", words.version)
    .helpOption("-h, --help", words.help)
    .helpCommand(false)
    .addHelpText("after", words.examples);
  const context = (): Context => ({
    host,
    options: globalOptions(program.opts(), lang),
    version: packageJson.version,
  });

  command(program, "build", words.build, words, words.buildExamples)
    .option("--out <path>", words.out)
    .option("--format <list>", words.buildFormat, formatList)
    .action(async (years: number[] | undefined, options: { out?: string; format?: ReportFormat[] }) => {
      const { build } = await import("./commands/build.ts");
      done(
        await build(context(), years ?? [], {
          formats: options.format ?? ["docx"],
          out: options.out ?? null,
        }),
      );
    });
  command(program, "check", words.check, words, words.checkExamples)
    .option(
      "--format <format>",
      words.checkFormat,
      oneOf(["pretty", "short", "json", "github", "gitlab", "sarif", "junit"]),
    )
    .option("--max-warnings <number>", words.maxWarnings, wholeNumber)
    .option("--fix", words.fix)
    .option("--dry-run", words.dryRun)
    .action(
      async (
        years: number[] | undefined,
        options: { format?: CheckOptions["format"]; maxWarnings?: number; fix?: boolean; dryRun?: boolean },
      ) => {
        const { check } = await import("./commands/check.ts");
        const { format = "pretty", maxWarnings = null } = options;
        const fix = options.dryRun ? "dry-run" : options.fix ? "yes" : "no";
        done(await check(context(), years ?? [], { format, maxWarnings, fix }));
      },
    );
  command(program, "figures", words.figures, words, words.figuresExamples)
    .option("--format <format>", words.figuresFormat, oneOf(["table", "json", "csv", "md"]))
    .action(async (years: number[] | undefined, options: { format?: FiguresFormat }) => {
      const { figures } = await import("./commands/figures.ts");
      done(await figures(context(), years ?? [], options.format ?? "table"));
    });
  program
    .command("explain")
    .description(words.explain)
    .argument("[code]", words.code)
    .helpOption("-h, --help", words.help)
    .addHelpText("after", words.explainExamples)
    .action(async (code: string | undefined) => {
      const { explain } = await import("./commands/explain.ts");
      done(await explain(context(), code ?? null));
    });
  program
    .command("schema")
    .description(words.schema)
    .option("--write", words.schemaWrite)
    .helpOption("-h, --help", words.help)
    .addHelpText("after", words.schemaExamples)
    .action(async (options: { write?: boolean }) => {
      const { schema } = await import("./commands/schema.ts");
      done(await schema(context(), options.write ?? false));
    });
  return program;
}

function command(program: Command, name: string, about: string, words: CliWords, examples: string): Command {
  return program
    .command(name)
    .description(about)
    .argument("[years...]", words.years, year)
    .helpOption("-h, --help", words.help)
    .addHelpText("after", examples);
}

function globalOptions(options: Record<string, unknown>, lang: Lang): GlobalOptions {
  const color = options.color;
  return {
    folder: typeof options.C === "string" ? options.C : null,
    lang,
    color: color === "always" || color === "never" ? color : "auto",
  };
}

/** A year is checked before it touches a path. */
function year(text: string, before: number[] | undefined): number[] {
  if (!/^(?:19|20|21)\d\d$/.test(text)) throw new InvalidArgumentError(`year:${text}`);
  return [...(before ?? []), Number(text)];
}

function oneOf(choices: readonly string[]): (text: string) => string {
  return (text) => {
    if (!choices.includes(text)) throw new InvalidArgumentError(`choice:${text}`);
    return text;
  };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError(`choice:${text}`);
  return Number(text);
}

function formatList(text: string): ReportFormat[] {
  const formats = [...new Set(text.split(",").map((each) => each.trim()))];
  return formats.map((each) => {
    if (each === "docx" || each === "md" || each === "txt") return each;
    throw new InvalidArgumentError(`choice:${each}`);
  });
}

const kinds: Readonly<Record<string, UsageFault>> = {
  "commander.unknownOption": "option",
  "commander.unknownCommand": "command",
  "commander.optionMissingArgument": "missing",
  "commander.excessArguments": "excess",
};

/** The library words its errors in English only; the word that is wrong is quoted in them. */
function wrongUsage({ code, message }: CommanderError, words: CliWords): string {
  const own = /(year|choice):(.*)$/s.exec(message);
  if (own) return words.wrong(own[1] === "year" ? "year" : "choice", own[2] ?? "");
  const quoted = /'([^']*)'/.exec(message)?.[1]?.split(" ")[0] ?? message;
  const meant = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(message)?.[1];
  const found = kinds[code] ? quoted : message.replace(/^error: /, "");
  return words.wrong(kinds[code] ?? "other", found) + (meant ? words.meant(meant) : "");
}
