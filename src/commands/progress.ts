import { displayWidth } from "../diagnostic/display-width.ts";
import type { Context } from "./context.ts";

/** A bar is no wider: beyond that it says no more. */
const widest = 40;
const narrowest = 10;

/** A bar on the last line of a terminal; nothing at all in a pipe, in CI, or where there is one thing to do. */
export class Progress {
  private readonly context: Context;
  private readonly total: number;
  private isShown: boolean;
  private done = 0;

  constructor(context: Context, total: number) {
    const { terminal, env } = context.host;
    this.context = context;
    this.total = total;
    this.isShown = terminal !== null && total > 1 && !env.CI && env.TERM !== "dumb";
    this.draw();
  }

  step(): void {
    this.done++;
    this.draw();
  }

  /** Prints lines, with the bar out of their way. */
  print(lines: string): void {
    this.clear();
    this.context.host.stdout(lines);
    this.draw();
  }

  end(): void {
    this.clear();
    this.isShown = false;
  }

  private clear(): void {
    if (this.isShown) this.context.host.stderr("\r\u001b[K");
  }

  private draw(): void {
    if (!this.isShown) return;
    const { host, options } = this.context;
    host.stderr(
      `\r${progressLine(this.done, this.total, host.terminal?.columns ?? 80, options.lang)}\u001b[K`,
    );
  }
}

/** ASCII alone: a terminal that is set to Chinese draws blocks two columns wide. The last column stays free. */
export function progressLine(done: number, total: number, columns: number, lang: "zh" | "en"): string {
  const words = lang === "zh" ? "正在生成" : "building";
  const count = `${String(done).padStart(String(total).length)}/${total}`;
  const room = columns - 1 - displayWidth(`${words}  ${count}`) - 2;
  if (room < narrowest) return displayWidth(count) < columns ? count : "";
  const width = Math.min(room, widest);
  const filled = Math.floor((width * done) / total);
  return `${words} [${"#".repeat(filled)}${"-".repeat(width - filled)}] ${count}`;
}
