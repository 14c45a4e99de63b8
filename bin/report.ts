#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import packageJson from "../package.json" with { type: "json" };
import { CacheFolder } from "../src/node-host/cache-folder.ts";
import { KeptCode } from "../src/node-host/kept-code.ts";
import type { start } from "./program.ts";

const { version } = packageJson;
const names = /^(?:build|check|diff|explain|figures|fmt|new|pull|schema|template|text|trace)$/;

/** Runs `program.cjs` with what V8 made of it before: one file a command, which holds the code that the command uses. */
function runProgram(args: readonly string[]): void {
  const path = join(import.meta.dirname, "program.cjs");
  const bytes = readFileSync(path);
  const program = `${version}-${crc32(bytes).toString(16)}`;
  const folder = args.includes("--no-cache") ? null : CacheFolder.open(process.env);
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${bytes.toString()}\n})`;
  const command = args.find((each) => names.test(each)) ?? "other";
  const code = new KeptCode(wrapped, path, `${program}-${command}`, folder);
  code.keepAtExit();
  const module: { exports: { start?: typeof start } } = { exports: {} };
  const run = code.run() as (...given: readonly unknown[]) => void; // The function that is written above.
  run(module.exports, createRequire(path), module, path, dirname(path));
  module.exports.start?.({ program, folder, shipped: join(import.meta.dirname, "compiled") });
}

const [first, ...more] = process.argv.slice(2);
if ((first === "--version" || first === "-V") && more.length === 0) process.stdout.write(`${version}\n`);
else runProgram(process.argv.slice(2));
