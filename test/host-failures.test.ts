import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type * as FsPromises from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { writeFiles } from "../src/node-host/write-files.ts";
import { temporaryFolders } from "./support/temporary.ts";

/** Counts the calls of the file system, and lets one of them fail (SQLite's way of testing). */
const calls = vi.hoisted(() => {
  // Other files of this worker may have loaded what is tested, with the real file system.
  vi.resetModules();
  return { count: 0, fail: 0, code: "EIO", names: [] as string[] };
});

afterAll(() => {
  vi.resetModules();
});

vi.mock("node:fs/promises", async (importOriginal) => {
  const original = await importOriginal<typeof FsPromises>();
  type Call = (...args: unknown[]) => Promise<unknown>;
  const counted =
    (name: string, call: Call): Call =>
    async (...args) => {
      calls.count++;
      calls.names.push(name);
      if (calls.count === calls.fail)
        throw Object.assign(new Error(`${calls.code}: ${name}`), { code: calls.code });
      const result = await call(...args);
      return name === "open" ? countedHandle(result as FsPromises.FileHandle) : result;
    };
  const countedHandle = (handle: FsPromises.FileHandle): unknown =>
    new Proxy(handle, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        const method = value.bind(target) as Call;
        // A handle that is not closed would leak: the close is done, and then said to have failed.
        if (key !== "close") return counted(`handle.${String(key)}`, method);
        return async () => {
          await method();
          return counted("handle.close", async () => undefined)();
        };
      },
    });
  const names = ["copyFile", "link", "mkdir", "open", "readdir", "rename", "rm"] as const;
  const wrapped = Object.fromEntries(names.map((name) => [name, counted(name, original[name] as Call)]));
  return { ...original, ...wrapped };
});

const newFolder = temporaryFolders();

function prepare(): { readonly folder: string; readonly paths: readonly string[] } {
  const folder = newFolder();
  const paths = [
    join(folder, "old.txt"),
    join(folder, "out", "also old.md"),
    join(folder, "out", "fresh.docx"),
  ];
  mkdirSync(join(folder, "out"));
  for (const path of paths.slice(0, 2)) writeFileSync(path, "old");
  return { folder, paths };
}

function contents(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.\w+$/.test(name),
  );
  return Object.fromEntries(names.toSorted().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

async function write(
  fail: number,
  code: string,
): Promise<{ failed: boolean; left: Readonly<Record<string, string>> }> {
  const { folder, paths } = prepare();
  Object.assign(calls, { count: 0, fail, code, names: [] });
  const failure = await writeFiles(paths.map((path) => ({ path, bytes: new TextEncoder().encode("new") })));
  calls.fail = 0;
  return { failed: failure !== null, left: contents(folder) };
}

const none = { "old.txt": "old", [join("out", "also old.md")]: "old" };
const all = {
  "old.txt": "new",
  [join("out", "also old.md")]: "new",
  [join("out", "fresh.docx")]: "new",
};

describe("a call of the file system fails", () => {
  it("none fails: all is written with more than thirty calls", async () => {
    expect(await write(0, "EIO")).toEqual({ failed: false, left: all });
    expect(calls.count).toBeGreaterThan(30);
  });

  it("every file is written and synced before the first is put in its place, and the folders after", async () => {
    await write(0, "EIO");
    const order = calls.names.filter((name) => /^(?:handle\.(?:writeFile|sync)|rename)$/.test(name));
    const file = ["handle.writeFile", "handle.sync"];
    const renames = ["rename", "rename", "rename"];
    expect(order).toEqual([...file, ...file, ...file, ...renames, "handle.sync", "handle.sync"]);
  });

  for (const code of ["EIO", "ENOSPC", "EACCES", "EBUSY"]) {
    it(`${code}, at each call in turn: all is written or none, and nothing is left over`, async () => {
      await write(0, code);
      const { count } = calls;
      for (let fail = 1; fail <= count; fail++) {
        const { failed, left } = await write(fail, code);
        const name = calls.names[fail - 1];
        const expected = Object.entries(failed ? none : all);
        const found = Object.entries(left).filter(([path]) => name !== "rm" || !/\.report-/.test(path));
        expect(found, `call ${fail}: ${name}`).toEqual(expected);
      }
    });
  }
});
