/** Who waits, and hears of it. */
interface Waiting {
  readonly onPlace?: ((before: number, seconds: number | undefined) => void) | undefined;
}

/** How things stand where one waits. */
export interface Places<Entry extends Waiting> {
  /** In the order in which they will be let in. */
  readonly waiting: readonly Entry[];
  readonly inside: number;
  /** How long one stays inside, in milliseconds, once that is known. */
  readonly averageStay: number | undefined;
}

/** Places are told so long after they changed, in milliseconds: many may change at once. */
const pause = 200;

/** A place far back is told again when it has changed by such a share: thousands may wait. */
const worthTelling = 0.1;

/** Tells those who wait of their new places, all at once, a moment after `tell` was called. */
export function tellPlaces<Entry extends Waiting>(look: () => Places<Entry>): { tell(): void } {
  const told = new WeakMap<Entry, number>();
  let timer: NodeJS.Timeout | undefined;
  return {
    tell() {
      timer ??= setTimeout(() => {
        timer = undefined;
        const { waiting, inside, averageStay } = look();
        waiting.forEach((entry, ahead) => {
          const before = told.get(entry);
          if (before !== undefined && Math.abs(before - inside - ahead) < Math.max(1, before * worthTelling)) return;
          told.set(entry, inside + ahead);
          const rounds = (ahead + 1) / Math.max(1, inside);
          entry.onPlace?.(inside + ahead, averageStay && Math.max(1, Math.round((rounds * averageStay) / 1000)));
        });
      }, pause).unref();
    },
  };
}
