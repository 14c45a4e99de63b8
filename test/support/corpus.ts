import { linkSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Ran } from "./bundle-runner.ts";
import { baseFiles } from "./case.ts";
import type { Killed } from "./run-bundle.ts";

/** What a terminal must not be sent: C0 but for the line feed, DEL, C1, and what turns the direction of a line. */
const raw = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** What has no place in a text, and names its file in its words. */
const unplaced: ReadonlySet<string> = new Set([
  ...["file-unreadable", "file-too-large", "year-file-missing", "schema-missing", "template-missing"],
  ...["word-template-invalid", "word-style-missing", "output-unwritable", "workspace-missing", "no-years"],
]);

/** Makes workspaces that share the files of the valid one, which nothing writes to. */
export function workspaces(folder: string): (own: ReadonlyMap<string, Uint8Array>) => string {
  const base = [...baseFiles()].flatMap(([path, bytes]) =>
    path.startsWith("/work/") ? [[path.slice("/work/".length), bytes] as const] : [],
  );
  const write = (path: string, bytes: Uint8Array): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  };
  for (const [name, bytes] of base) write(join(folder, "base", name), bytes);
  let count = 0;
  return (own) => {
    const workspace = join(folder, `w${count++}`);
    for (const [name] of base) {
      if (own.has(name)) continue;
      mkdirSync(dirname(join(workspace, name)), { recursive: true });
      linkSync(join(folder, "base", name), join(workspace, name));
    }
    for (const [name, bytes] of own) write(join(workspace, name), bytes);
    return workspace;
  };
}

const headline = /^(?:(.+?:\d+:\d+) )?(错误|警告) ([a-z0-9-]+): /;
const mostListed = 4;

/** What a run said, as places and codes; with what no run may do said first. */
export function summaryOf(ran: Ran | Killed, target: string = ""): string {
  if ("killed" in ran) return `${ran.name}\n  KILLED ${ran.killed}\n`;
  const lines = ran.stderr.split("\n");
  const found = lines.flatMap((line) => {
    const [whole, place, severity, code] = headline.exec(line) ?? [];
    return whole === undefined
      ? []
      : [{ place: place ?? null, isError: severity === "错误", code: code ?? "" }];
  });
  const own = found.filter(({ place }) => place === null || place.startsWith(target));
  const first = [...own.filter(({ isError }) => isError), ...own.filter(({ isError }) => !isError)];
  const shown = first.slice(0, mostListed);
  const listed = shown.map(({ place, code }) => `  ${place === null ? "" : `${place} `}${code}\n`);
  const left = found.filter((each) => !shown.includes(each));
  const others = [...new Set(left.map(({ code }) => code))].toSorted();
  const more = left.length > 0 ? `  … ${left.length} more: ${others.join(" ")}\n` : "";
  const usage = ran.exitCode === 2 ? `  ${lines[0] ?? ""}\n` : "";
  const wrong = violations(ran, found).map((each) => `  WRONG ${each}\n`);
  return [`${ran.name}: ${ran.exitCode}\n`, ...wrong, usage, ...listed, more].join("");
}

interface Found {
  readonly place: string | null;
  readonly isError: boolean;
  readonly code: string;
}

function violations({ exitCode, stdout, stderr }: Ran, found: readonly Found[]): readonly string[] {
  const all = stdout + stderr;
  const laws: readonly (readonly [name: string, holds: boolean])[] = [
    ["exit code", exitCode >= 0 && exitCode <= 2],
    ["exit code without an error", exitCode !== 1 || found.some(({ isError }) => isError)],
    ["an error, but no exit code", exitCode !== 0 || found.every(({ isError }) => !isError)],
    ["stack trace", !/^\s+at .*:\d+/m.test(all) && !/\bError: /.test(all)],
    ["raw characters", !raw.test(all)],
    ["no place", found.every(({ place, code }) => place !== null || unplaced.has(code))],
    [
      "a value of ours",
      !/(?<![/{])\bundefined\b|\[object |\bNaN\b(?! )/.test(stderr.replace(/^ *\d* \|.*$|“[^”]*”/gm, "")),
    ],
    ["English in Chinese", !/must (?:be|have|NOT)|Unexpected|Invalid regular/.test(all)],
  ];
  return laws.filter(([, holds]) => !holds).map(([name]) => name);
}

/** The summaries of an area, as they should be; with UPDATE_CORPUS=1 written anew for a person to read. */
export function expectedOf(path: string, actual: string): string {
  if (process.env.UPDATE_CORPUS === "1") writeFileSync(path, actual);
  return readFileSync(path, "utf8");
}
