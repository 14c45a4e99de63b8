import type { Stop } from "../host.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Each signal asks once; the next one of its kind ends the program as ever. */
export function stopOnSignal(): Stop {
  let asked = false;
  let tell = (): void => undefined;
  const whenAsked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const stop = (): void => {
    asked = true;
    tell();
  };
  for (const signal of signals) process.once(signal, stop);
  return {
    isAsked: () => asked,
    whenAsked,
    close: () => {
      for (const signal of signals) process.removeListener(signal, stop);
    },
  };
}
