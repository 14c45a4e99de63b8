/** Cells merged downwards, by column: first and last row. */
export class Merges {
  private readonly byColumn = new Map<number, (readonly [number, number])[]>();

  add(column: number, first: number, last: number): void {
    const list = this.byColumn.get(column) ?? [];
    list.push([first, last]);
    this.byColumn.set(column, list);
  }

  /** Sorts once all are known, so that they can be found quickly. */
  sort(): void {
    for (const list of this.byColumn.values()) list.sort((a, b) => a[0] - b[0]);
  }

  /** The rows of the merged cell that covers a place; null where it stands alone. */
  at(column: number, row: number): readonly [number, number] | null {
    const list = this.byColumn.get(column);
    if (!list) return null;
    let [low, high] = [0, list.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((list[middle]?.[0] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    const found = list[low];
    return found && found[0] <= row && row <= found[1] ? found : null;
  }
}
