import { type Cache, nameFor } from "../cache.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Program } from "./parse-template.ts";

/** The syntax trees of these very files, as an earlier run parsed them without a fault; null where none did. */
export function keptPrograms(files: readonly SourceFile[], cache: Cache): readonly Program[] | null {
  const text = cache.read(nameOf(files));
  return text === null ? null : (JSON.parse(text) as readonly Program[]); // Written below.
}

export function keepPrograms(files: readonly SourceFile[], programs: readonly Program[], cache: Cache): void {
  if (programs.every(isPlain)) cache.write(nameOf(files), () => JSON.stringify(programs));
}

function nameOf(files: readonly SourceFile[]): string {
  return nameFor(
    "templates",
    files.map(({ text }) => text),
  );
}

/** JSON has neither -0 nor numbers without end, which a template can write as well. */
function isPlain(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  return typeof value !== "object" || value === null || Object.values(value).every(isPlain);
}
