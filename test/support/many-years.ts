import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { baseFiles } from "./case.ts";

const encoder = new TextEncoder();

/** The base workspace under /work with a data file for each of the years, no two with the same amounts. */
export function yearsOfBase(from: number, to: number): Map<string, Uint8Array> {
  const files = baseFiles();
  const base = new TextDecoder().decode(files.get("/work/data/2022.yaml"));
  files.delete("/work/data/2022.yaml");
  for (let year = from; year <= to; year++)
    files.set(`/work/data/${year}.yaml`, encoder.encode(dataOf(base, year)));
  return files;
}

function dataOf(base: string, year: number): string {
  const more = year - 1900;
  return base
    .replaceAll("2022", String(year))
    .replace("patrols: 180", `patrols: ${180 + more}`)
    .replace("近1200", `近${1200 + more * 10}`)
    .replace("3000余", `${3000 + more * 10}余`);
}

/** Writes the workspace of an office into a folder; a name of its own makes its reports its own. */
export function writeOffice(folder: string, from: number, to: number, office: string = "示例街道"): void {
  for (const [path, bytes] of yearsOfBase(from, to)) {
    if (!path.startsWith("/work/")) continue;
    const target = join(folder, path.slice("/work/".length));
    mkdirSync(dirname(target), { recursive: true });
    const isData = path.startsWith("/work/data/");
    writeFileSync(target, isData ? named(bytes, office) : bytes);
  }
}

function named(bytes: Uint8Array, office: string): string {
  return new TextDecoder().decode(bytes).replaceAll("示例街道", office);
}
