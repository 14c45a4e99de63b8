import { basename } from "node:path";
import { type Diagnostic, diagnostic, type Outcome } from "../diagnostic/diagnostic.ts";
import { printable } from "../diagnostic/printable.ts";
import type { OutputFile } from "../host.ts";
import { type Context, shownPath } from "./context.ts";
import type { Progress } from "./progress.ts";

/** Writes the files of one report, all or none; gives the paths to tell. */
export type WriteReport = (files: readonly OutputFile[]) => Promise<Outcome<readonly string[]>>;

interface Told {
  /** Null where the report was not written. */
  readonly paths: readonly string[] | null;
  readonly diagnostics: readonly Diagnostic[];
}

interface Held {
  readonly year: number;
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Where the reports of a batch go, each whole, as soon as it is sure that no other will claim its path. A name that
 * holds its own year and none of the batch's others cannot belong to another year; any other waits for the end.
 */
export class Delivery {
  private readonly context: Context;
  private readonly years: readonly number[];
  private readonly progress: Progress;
  private readonly write: WriteReport;
  private readonly told = new Map<number, Told>();
  private readonly writtenBy = new Map<string, number>();
  private readonly held: Held[] = [];
  private printed = 0;

  constructor(context: Context, years: readonly number[], progress: Progress, write: WriteReport) {
    this.context = context;
    this.years = years;
    this.progress = progress;
    this.write = write;
  }

  async take(year: number, { value: files, diagnostics }: Outcome<readonly OutputFile[]>): Promise<void> {
    if (!files) this.tell(year, { paths: null, diagnostics });
    else if (files.every(({ path }) => this.isOwn(path, year)))
      await this.deliver({ year, files, diagnostics });
    else this.held.push({ year, files, diagnostics });
    this.progress.step();
  }

  /** Every year has been taken: what was held back is written, or refused where two would be one file. */
  async finish(): Promise<void> {
    const claims = new Map<string, number[]>();
    for (const [key, year] of this.writtenBy) claims.set(key, [year]);
    for (const { year, files } of this.held)
      for (const { path } of files) claims.set(keyOf(path), [...(claims.get(keyOf(path)) ?? []), year]);
    for (const each of this.held) {
      const twice = each.files.find(({ path }) => (claims.get(keyOf(path))?.length ?? 0) > 1);
      if (!twice) {
        await this.deliver(each);
        continue;
      }
      const path = shownPath(this.context.host, twice.path);
      const years = (claims.get(keyOf(twice.path)) ?? []).toSorted((a, b) => a - b);
      const fault = diagnostic("output-collision", null, { path, years });
      this.tell(each.year, { paths: null, diagnostics: [...each.diagnostics, fault] });
    }
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.years.flatMap((year) => this.told.get(year)?.diagnostics ?? []);
  }

  get built(): readonly number[] {
    return this.years.filter((year) => this.told.get(year)?.paths);
  }

  get faulty(): readonly number[] {
    return this.years.filter((year) => this.told.get(year)?.paths === null);
  }

  get undone(): readonly number[] {
    return this.years.filter((year) => !this.told.has(year));
  }

  /** All is done, and there was nothing to write. */
  get isNothingNew(): boolean {
    return this.years.every((year) => this.told.get(year)?.paths?.length === 0);
  }

  /** Prints the paths that have not been printed; there is nothing more to come. */
  printRest(): void {
    for (const year of this.years.slice(this.printed)) this.print(year);
    this.printed = this.years.length;
  }

  /** Paths are printed in the order of the years, as far as these are through. */
  private printReady(): void {
    for (; this.printed < this.years.length; this.printed++) {
      const year = this.years[this.printed] ?? 0;
      if (!this.told.has(year)) return;
      this.print(year);
    }
  }

  private print(year: number): void {
    const paths = this.told.get(year)?.paths ?? [];
    if (paths.length > 0) this.progress.print(paths.map((path) => `${printable(path)}\n`).join(""));
  }

  private isOwn(path: string, year: number): boolean {
    const name = basename(path);
    return this.years.every((each) => name.includes(String(each)) === (each === year));
  }

  private async deliver({ year, files, diagnostics }: Held): Promise<void> {
    const { value: paths, diagnostics: faults } = await this.write(files);
    for (const { path } of files) if (paths) this.writtenBy.set(keyOf(path), year);
    this.tell(year, { paths, diagnostics: [...diagnostics, ...faults] });
  }

  private tell(year: number, told: Told): void {
    this.told.set(year, told);
    if (this.years.length > 1) this.printReady();
  }
}

/** Some systems do not tell capital letters from small ones. */
function keyOf(path: string): string {
  return path.toLowerCase();
}
