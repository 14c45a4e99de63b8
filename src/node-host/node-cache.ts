import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Cache } from "../cache.ts";
import type { CacheFolder } from "./cache-folder.ts";
import { KeptCode } from "./kept-code.ts";

/** Where what is made is kept. */
export interface Keeping {
  /** Names this very program: what another one made is not for us. */
  readonly program: string;
  /** What was made when the program was built, by the same names. */
  readonly shipped: string;
  /** Null where nothing of the person's is read or written. */
  readonly folder: CacheFolder | null;
}

/** What was made when the program was built, then what is in the person's folder. */
export class NodeCache implements Cache {
  private readonly program: string;
  private readonly shipped: string;
  private readonly folder: CacheFolder | null;

  constructor({ program, shipped, folder }: Keeping) {
    this.program = program;
    this.shipped = shipped;
    this.folder = folder;
  }

  read(name: string): string | null {
    return this.readShipped(name) ?? this.folder?.read(this.own(name))?.toString() ?? null;
  }

  write(name: string, make: () => string): void {
    this.folder?.write(this.own(name), Buffer.from(make()));
  }

  evaluate(name: string): unknown {
    const source = this.read(name);
    if (source === null) return null;
    try {
      const sum = crc32(source).toString(16);
      const code = new KeptCode(source, `${name}.js`, `${this.own(name)}-${sum}`, this.folder);
      code.keepAtExit();
      return code.run();
    } catch {
      return null;
    }
  }

  private readShipped(name: string): string | null {
    try {
      return readFileSync(join(this.shipped, name), "utf8");
    } catch {
      return null;
    }
  }

  private own(name: string): string {
    return `${this.program}-${name}`;
  }
}
