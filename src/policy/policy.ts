import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { AllowedNumbers } from "../rules/allowed-numbers.ts";
import type { SourceFile } from "../source/source-file.ts";
import { isAdjustable } from "./adjustable.ts";
import type { Config } from "./config.ts";
import { covers, faultOf, type Ignore, ignoresOf } from "./ignores.ts";

/** What the workspace decides about findings, and a memory of which ignores were needed. */
export class Policy {
  /** The numbers that may stand in the text in every year. */
  readonly numbers: AllowedNumbers;
  private readonly config: Config;
  private readonly needed = new Set<Ignore>();

  constructor(config: Config) {
    this.config = config;
    this.numbers = new AllowedNumbers(config.numbers);
  }

  /** The same decisions, and a memory of its own. */
  anew(): Policy {
    return new Policy(this.config);
  }

  /** Remembers what the same decisions were needed for elsewhere. */
  add({ needed, numbers }: Policy): void {
    for (const ignore of needed) this.needed.add(ignore);
    this.numbers.add(numbers);
  }

  /** The findings that are left, with the severity that the workspace gives them. Applying it twice changes nothing. */
  apply(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    return diagnostics.flatMap((each) => {
      const level = this.config.levels.get(each.code);
      if (level === "off" || this.isIgnored(each)) return [];
      return level === undefined ? [each] : [{ ...each, severity: level }];
    });
  }

  private isIgnored(each: Diagnostic): boolean {
    if (!isAdjustable(each.code) || !each.span) return false;
    const ignore = ignoresOf(each.span.file).find((candidate) => covers(candidate, each));
    if (ignore) this.needed.add(ignore);
    return ignore !== undefined;
  }

  /** Ignores that are wrong, or that nothing needed; asked for when everything else has been checked. */
  leftOver(files: readonly SourceFile[]): readonly Diagnostic[] {
    return files.flatMap(ignoresOf).flatMap((ignore) => {
      const fault = faultOf(ignore);
      if (fault) return [fault];
      return this.needed.has(ignore) ? [] : [diagnostic("ignore-unused", ignore.span, { code: ignore.code })];
    });
  }
}
