import { createHash } from "node:crypto";
import type { ChunksResult, Host, ReadLimits, ReadResult, TakeChunk } from "../host.ts";

/** What was asked of the outside, and what came of it: a digest where it was bytes. */
export interface Reading {
  readonly kind: "bytes" | "chunks" | "list";
  readonly path: string;
  readonly limits: ReadLimits | null;
  /** How many bytes were wanted; null: all that there are. */
  readonly length: number | null;
  readonly answer: string;
}

/**
 * All that a run reads. Where nothing else of the outside has a part in it, the run says the same again for as long as
 * every reading holds.
 */
export class Evidence {
  /** The outside as the run sees it. */
  readonly host: Host;
  private readonly noted = new Map<string, Reading>();
  private isSound = true;

  constructor(outside: Host) {
    this.host = {
      ...outside,
      readBytes: async (path, limits) => {
        const read = await outside.readBytes(path, limits);
        this.note({ kind: "bytes", path, limits, length: null, answer: answerOf(read) });
        return read;
      },
      readChunks: (path, limits, take) => this.readChunks(outside, path, limits, take),
      list: async (path) => {
        const names = await outside.list(path);
        this.note({ kind: "list", path, limits: null, length: null, answer: JSON.stringify(names) });
        return names;
      },
      stamp: (path) => this.unsound(outside.stamp(path)),
      run: (...asked) => this.unsound(outside.run(...asked)),
      ask: (question) => this.unsound(outside.ask(question)),
    };
  }

  /** Null where something was not the same when it was read again, or where more than this was asked. */
  get readings(): readonly Reading[] | null {
    return this.isSound ? [...this.noted.values()] : null;
  }

  /** Whether reading the same gives the same; each thing is read once. */
  async holds({ answer, ...question }: Reading): Promise<boolean> {
    const key = keyOf(question);
    if (!this.noted.has(key)) await this.read(question);
    return this.noted.get(key)?.answer === answer;
  }

  private async read({ kind, path, limits, length }: Omit<Reading, "answer">): Promise<void> {
    if (!limits) return void (await this.host.list(path));
    if (kind === "bytes") return void (await this.host.readBytes(path, limits));
    let left = length ?? Number.POSITIVE_INFINITY;
    await this.host.readChunks(path, limits, (chunk) => {
      left -= chunk.length;
      return left > 0;
    });
  }

  private async readChunks(
    outside: Host,
    path: string,
    limits: ReadLimits,
    take: TakeChunk,
  ): Promise<ChunksResult> {
    const hash = createHash("sha256");
    let [length, isWhole] = [0, true];
    const read = await outside.readChunks(path, limits, (chunk) => {
      hash.update(chunk);
      length += chunk.length;
      isWhole = take(chunk);
      return isWhole;
    });
    const answer = read.ok ? hash.digest("base64") : read.reason;
    this.note({ kind: "chunks", path, limits, length: isWhole ? null : length, answer });
    return read;
  }

  private note(reading: Reading): void {
    const key = keyOf(reading);
    const before = this.noted.get(key);
    if (before && before.answer !== reading.answer) this.isSound = false;
    else this.noted.set(key, reading);
  }

  private unsound<T>(result: T): T {
    this.isSound = false;
    return result;
  }
}

function keyOf({ kind, path, limits, length }: Omit<Reading, "answer">): string {
  return JSON.stringify([kind, path, limits?.limit, limits?.within, length]);
}

function answerOf(read: ReadResult): string {
  return read.ok ? createHash("sha256").update(read.bytes).digest("base64") : read.reason;
}
