import type { Cache } from "./cache.ts";
import type { WriteReason } from "./diagnostic/words/output.ts";

export interface OutputFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type ReadReason =
  | "missing"
  | "broken-link"
  | "not-a-file"
  | "too-large"
  | "denied"
  | "outside"
  | "other";

export type ReadResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: ReadReason };

/** What has been read when a file is taken in chunks. */
export type ChunksResult =
  | { readonly ok: true; readonly size: number }
  | { readonly ok: false; readonly reason: ReadReason };

/** Takes the next bytes, which it must not keep; `false` ends the reading. */
export type TakeChunk = (chunk: Uint8Array) => boolean;

export interface ReadLimits {
  /** The most bytes that are read. */
  readonly limit: number;
  /** The folder that the file must lie in, links followed. */
  readonly within: string;
}

export interface WriteFailure {
  readonly path: string;
  readonly reason: WriteReason;
  readonly detail: string;
}

export interface RunOptions {
  readonly cwd: string;
  /** The most bytes that it may print. */
  readonly limit: number;
}

export type RunResult =
  | { readonly ok: true; readonly stdout: Uint8Array }
  | { readonly ok: false; readonly reason: "missing" | "failed" | "too-large" };

/** From when it is made until it is closed, Ctrl-C asks to stop, and does not end the program; a second one does. */
export interface Stop {
  readonly isAsked: () => boolean;
  readonly whenAsked: Promise<void>;
  close(): void;
}

/** A thread that runs this program beside us. What goes to it and comes from it is plain data, and is copied. */
export interface Thread {
  /** Hands on what the thread gives for a job; false when the thread ended before it was through. */
  run(job: unknown, take: (part: unknown) => void): Promise<boolean>;
  end(): Promise<void>;
}

/** Looks at files and folders, from the first time that it waits until it is closed. */
export interface Watch {
  /**
   * Waits until some of the paths may have changed, and gives them, or what lies in them; changes since it waited
   * before count. One save is told once. Null when the person has asked to stop.
   */
  next(paths: readonly string[]): Promise<readonly string[] | null>;
  close(): void;
}

/** Everything outside the program, and nothing else of the outside. Paths are absolute. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of the installed package, with the shipped `schemas/` and `templates/`. */
  readonly shipped: string;
  /** Columns of the terminal that stderr is, and whether colours are seen there; null where it is none. */
  readonly terminal: { readonly columns: number } | null;
  /** How many threads run at the same time on this machine. */
  readonly processors: number;
  /** What earlier runs made; null where nothing is to be kept. */
  readonly cache: Cache | null;
  readBytes(path: string, limits: ReadLimits): Promise<ReadResult>;
  /** Reads a file as `readBytes` does, a chunk at a time, without ever holding all of it. */
  readChunks(path: string, limits: ReadLimits, take: TakeChunk): Promise<ChunksResult>;
  /** Another text when a file has changed, as far as the file system tells without reading it; null where there is none. */
  stamp(path: string): Promise<string | null>;
  /** The names in a folder, sorted by code unit; null where there is none. */
  list(folder: string): Promise<readonly string[] | null>;
  /** Writes all files or none; an old file is replaced at once or stays as it was. */
  write(files: readonly OutputFile[]): Promise<WriteFailure | null>;
  /** Runs a program, without a shell and without input. */
  run(command: string, args: readonly string[], options: RunOptions): Promise<RunResult>;
  /** Starts threads for a task; as many as asked for, or none where they cannot be started. */
  threads(count: number, task: unknown): readonly Thread[];
  stop(): Stop;
  /** Until the watch is closed, Ctrl-C asks to stop, and does not end the program. */
  watch(): Watch;
  /** Asks the person at the terminal for a line; null where there is none. */
  ask(question: string): Promise<string | null>;
  stdout(text: string): void;
  stderr(text: string): void;
}
