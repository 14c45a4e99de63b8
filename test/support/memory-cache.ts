import { Script } from "node:vm";
import type { Cache } from "../../src/cache.ts";

/** What is kept, by its name. */
export class MemoryCache implements Cache {
  readonly kept: Map<string, string> = new Map();

  read(name: string): string | null {
    return this.kept.get(name) ?? null;
  }

  write(name: string, make: () => string): void {
    this.kept.set(name, make());
  }

  evaluate(name: string): unknown {
    const source = this.read(name);
    return source === null ? null : new Script(source).runInThisContext();
  }
}
