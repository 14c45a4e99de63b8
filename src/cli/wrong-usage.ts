import { type Command, type CommanderError, InvalidArgumentError } from "commander";
import type { CliWords, UsageFault } from "./words.ts";

interface WrongArgument {
  readonly kind: UsageFault;
  readonly found: string;
  /** What could be chosen, where it can be listed. */
  readonly wanted: readonly string[];
}

/** The library keeps only the message of what an argument's parser throws, behind its own; no argument has a NUL. */
export function wrongArgument(
  kind: UsageFault,
  found: string,
  wanted: readonly string[] = [],
): InvalidArgumentError {
  return new InvalidArgumentError(`\0${JSON.stringify({ kind, found, wanted } satisfies WrongArgument)}`);
}

const kinds: Readonly<Record<string, UsageFault>> = {
  "commander.unknownOption": "option",
  "commander.unknownCommand": "command",
  "commander.optionMissingArgument": "missing",
  "commander.missingArgument": "argument",
  "commander.excessArguments": "excess",
};

/** The library words its errors in English only; the word that is wrong is quoted in them. */
export function wrongUsage({ code, message }: CommanderError, words: CliWords): string {
  const own = /\0(\{"kind".*\})$/s.exec(message)?.[1];
  if (own !== undefined) return ofArgument(JSON.parse(own) as WrongArgument, words); // Written above.
  const quoted = /'([^']*)'/.exec(message)?.[1]?.split(" ")[0] ?? message;
  const meant = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(message)?.[1];
  const found = kinds[code] ? quoted : message.replace(/^error: /, "");
  return words.wrong(kinds[code] ?? "other", found, []) + (meant ? words.meant(meant) : "");
}

/** Who names the data file means its year. */
function ofArgument({ kind, found, wanted }: WrongArgument, words: CliWords): string {
  const year = /(?:^|\D)((?:19|20|21)\d\d)(?:年度?|\.ya?ml)$/.exec(found)?.[1];
  return words.wrong(kind, found, wanted) + (kind === "year" && year ? words.meant(year) : "");
}

/** The command that was asked for, as it is typed. */
export function namedCommand(program: Command, argv: readonly string[]): string {
  const name = argv.find((each) => program.commands.some((command) => command.name() === each));
  const named = program.commands.find((each) => each.name() === name);
  return named ? `${program.name()} ${namedCommand(named, argv)}` : program.name();
}
