import { join } from "node:path";
import { suggest } from "../catalogue/suggest.ts";
import { catalogue } from "../diagnostic/catalogue.ts";
import { printable } from "../diagnostic/printable.ts";
import type { Context } from "./context.ts";

const mostBytes = 4 * 1024 * 1024;

/** `report explain [code]`: what a code means, with examples; without one, all codes. */
export async function explain(context: Context, code: string | null): Promise<number> {
  const { host, options } = context;
  const known = Object.keys(catalogue).toSorted();
  if (code === null) {
    host.stdout(known.map((each) => `${each}\n`).join(""));
    return 0;
  }
  if (!known.includes(code)) {
    host.stderr(unknown(context, code, suggest(code, known)));
    return 2;
  }
  const path = join(host.shipped, "docs", options.lang === "zh" ? "diagnostics.zh-CN.md" : "diagnostics.md");
  const read = await host.readBytes(path, { limit: mostBytes, within: host.shipped });
  const text = read.ok ? new TextDecoder().decode(read.bytes) : "";
  const section = text.split(/^## /m).find((each) => each.startsWith(`${code}\n`));
  if (!section) throw new Error(`the manual has no ${code}`);
  host.stdout(`${section.trimEnd()}\n`);
  return 0;
}

function unknown({ options }: Context, code: string, near: string | null): string {
  const name = printable(code);
  if (options.lang === "zh")
    return `report: 没有“${name}”这个代码${near ? `（是不是想用 ${near}？）` : ""}\n`;
  return `report: there is no code "${name}"${near ? ` (did you mean ${near}?)` : ""}\n`;
}
