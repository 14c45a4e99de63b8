/** Items of `a` from `aStart` to `aEnd` became those of `b` from `bStart` to `bEnd`. */
export interface Hunk {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/** With more edits than these, all that lies between the first and the last difference is one hunk. */
const mostEdits = 1500;

/** The fewest hunks that make `b` of `a`, in order (E. W. Myers, An O(ND) Difference Algorithm, 1986). */
export function diffSequences(a: readonly string[], b: readonly string[]): readonly Hunk[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [aEnd, bEnd] = [a.length, b.length];
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--;
    bEnd--;
  }
  if (aEnd === start && bEnd === start) return [];
  const whole = [{ aStart: start, aEnd, bStart: start, bEnd }];
  if (aEnd === start || bEnd === start) return whole;
  const hunks = middle(a.slice(start, aEnd), b.slice(start, bEnd));
  return hunks === null
    ? whole
    : hunks.map((each) => ({
        aStart: each.aStart + start,
        aEnd: each.aEnd + start,
        bStart: each.bStart + start,
        bEnd: each.bEnd + start,
      }));
}

/** Null where there are too many edits. */
function middle(a: readonly string[], b: readonly string[]): readonly Hunk[] | null {
  const most = Math.min(a.length + b.length, mostEdits);
  const reach = new Int32Array(2 * most + 3);
  const at = (diagonal: number): number => diagonal + most + 1;
  const steps: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    steps.push(reach.slice(at(-edits) - 1, at(edits) + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const isDown = goesDown(reach, at(diagonal), diagonal, edits);
      let x = isDown ? (reach[at(diagonal) + 1] ?? 0) : (reach[at(diagonal) - 1] ?? 0) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      reach[at(diagonal)] = x;
      if (x >= a.length && x - diagonal >= b.length) return walkBack(steps, a.length, b.length);
    }
  }
  return null;
}

/** Whether an item of `b` is inserted here, rather than one of `a` left out. */
function goesDown(reach: Int32Array, index: number, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && (reach[index - 1] ?? 0) < (reach[index + 1] ?? 0);
}

function walkBack(steps: readonly Int32Array[], aLength: number, bLength: number): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [x, y] = [aLength, bLength];
  for (let edits = steps.length - 1; edits > 0; edits--) {
    const reach = steps[edits] ?? new Int32Array();
    const diagonal = x - y;
    const index = diagonal + edits + 1;
    const isDown = goesDown(reach, index, diagonal, edits);
    const from = isDown ? (reach[index + 1] ?? 0) : (reach[index - 1] ?? 0);
    const fromY = from - (isDown ? diagonal + 1 : diagonal - 1);
    const hunk = {
      aStart: from,
      aEnd: isDown ? from : from + 1,
      bStart: fromY,
      bEnd: isDown ? fromY + 1 : fromY,
    };
    const next = hunks.at(-1);
    if (next && next.aStart === hunk.aEnd && next.bStart === hunk.bEnd)
      hunks[hunks.length - 1] = { ...next, aStart: hunk.aStart, bStart: hunk.bStart };
    else hunks.push(hunk);
    [x, y] = [from, fromY];
  }
  return hunks.reverse();
}
