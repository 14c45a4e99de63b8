import type { Stop } from "../host.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** npm passes on a Ctrl-C that we have had already: a signal that comes so soon after the first is the same, in ms. */
const sameSignal = 1000;

export function stopOnSignal(): Stop {
  let asked = false;
  let tell = (): void => undefined;
  const whenAsked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const close = (): void => {
    for (const signal of signals) process.removeListener(signal, stop);
  };
  function stop(): void {
    if (asked) return;
    asked = true;
    // From then on a signal ends the program as ever.
    setTimeout(close, sameSignal).unref();
    tell();
  }
  for (const signal of signals) process.on(signal, stop);
  return { isAsked: () => asked, whenAsked, close: () => void (asked || close()) };
}
