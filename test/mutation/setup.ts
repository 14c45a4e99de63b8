import fc from "fast-check";
import { beforeEach } from "vitest";
import { sharedCache } from "../support/memory-host.ts";

// A mutant that lives costs every test that reaches it. A law that has not been broken in half a second is let go,
// one that is broken need not be broken in the simplest way, and the same amounts are tried in every run.
fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: 500, seed: 2022 });

// A schema that another test has compiled would be read from the cache, and the mutants of its compilation would not
// be seen by the tests after it. A test with several commands sees both.
if (process.env.MUTATED_ROOM === "validate") beforeEach(() => sharedCache.kept.clear());
