import fc from "fast-check";

// A mutant that lives costs every test that reaches it. A law that has not been broken in half a second is let go,
// one that is broken need not be broken in the simplest way, and the same amounts are tried in every run.
fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: 500, seed: 2022 });
