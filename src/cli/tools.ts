import type { Command } from "commander";
import type { Context } from "../commands/context.ts";
import type { NamedYears, YearRange } from "../commands/years.ts";
import type { Lang } from "../diagnostic/words/words.ts";
import { cliWords } from "./words.ts";
import { wrongArgument } from "./wrong-usage.ts";

/** What a command is added with. */
export interface CommandTools {
  readonly program: Command;
  readonly lang: Lang;
  /** Asked for when the command runs, since the global options are known only then. */
  readonly context: () => Context;
  readonly done: (exitCode: number) => void;
}

interface HelpWords {
  readonly about: string;
  readonly examples: string;
}

export function plainCommand(program: Command, name: string, lang: Lang, words: HelpWords): Command {
  return program
    .command(name)
    .description(words.about)
    .helpOption("-h, --help", cliWords[lang].help)
    .addHelpText("after", words.examples);
}

export function yearsCommand(program: Command, name: string, lang: Lang, words: HelpWords): Command {
  return plainCommand(program, name, lang, words).argument("[years...]", cliWords[lang].years, years);
}

function years(text: string, before: NamedYears[] | undefined): NamedYears[] {
  const isRange = /^(?:\d+\.{2,3}\d+|\d{4}[-–—~～至到]+\d{4})$/.test(text);
  return [...(before ?? []), isRange ? yearRange(text) : year(text)];
}

function yearRange(text: string): YearRange {
  const [, from, to] = /^((?:19|20|21)\d\d)\.\.((?:19|20|21)\d\d)$/.exec(text) ?? [];
  if (!from || !to || from > to) throw wrongArgument("range", text);
  return { from: Number(from), to: Number(to) };
}

/** A year is checked before it touches a path. */
export function year(text: string): number {
  if (!/^(?:19|20|21)\d\d$/.test(text)) throw wrongArgument("year", text);
  return Number(text);
}

export function oneOf(choices: readonly string[]): (text: string) => string {
  return (text) => {
    if (!choices.includes(text)) throw wrongArgument("choice", text, choices);
    return text;
  };
}

/** Two options that exclude each other. */
export function notWith(one: string, other: string): never {
  throw wrongArgument("conflict", `${one} ${other}`);
}

export function wholeNumber(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= from && value <= to)) throw wrongArgument("choice", text, [`${from}..${to}`]);
    return value;
  };
}

/** Names separated by commas, each once. */
export function listOf<T extends string>(choices: readonly T[]): (text: string) => T[] {
  return (text) => {
    const names = [...new Set(text.split(",").map((each) => each.trim()))];
    return names.map((name) => {
      const found = choices.find((choice) => choice === name);
      if (!found) throw wrongArgument("choice", name, choices);
      return found;
    });
  };
}
