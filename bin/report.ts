#!/usr/bin/env node
import { accessSync, constants, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";

/**
 * Runs `program.cjs`, with the code that V8 made of it kept beside it. The engine believes what it is given, so the
 * code lies nowhere but in the folder of the program itself: who can write there can change the program as well.
 */
const path = join(import.meta.dirname, "program.cjs");
const kept = join(import.meta.dirname, `program-${process.version}-${process.arch}.code`);
const withCache = !process.argv.includes("--no-cache");

const bytes = readFileSync(path);
const head = Buffer.alloc(12);
head.writeUInt32LE(crc32(bytes), 0);
head.writeUInt32LE(bytes.length, 4);

const cachedData = withCache ? readKept() : undefined;
const wrapped = `(function (exports, require, module, __filename, __dirname) { ${bytes.toString()}\n})`;
const script = new Script(wrapped, { filename: path, ...(cachedData && { cachedData }) });
if (withCache && !cachedData && /^(?:build|check)$/.test(process.argv[2] ?? "")) process.once("exit", keep);
const own = { exports: {} };
script.runInThisContext()(own.exports, createRequire(path), own, path, dirname(path));

/** What is not whole, or not of this very program, is as good as missing. */
function readKept(): Buffer | undefined {
  try {
    const file = readFileSync(kept);
    const code = file.subarray(head.length);
    head.writeUInt32LE(crc32(code), 8);
    return head.equals(file.subarray(0, head.length)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** After a run through the whole pipeline, when most of what is ever used has been compiled. */
function keep(): void {
  const temporary = `${kept}-${process.pid}`;
  try {
    accessSync(import.meta.dirname, constants.W_OK);
    const code = script.createCachedData();
    head.writeUInt32LE(crc32(code), 8);
    writeFileSync(temporary, Buffer.concat([head, code]), { flag: "wx" });
    renameSync(temporary, kept);
  } catch {
    rmSync(temporary, { force: true });
  }
}
