/** Milliseconds that a window lasts. */
const minute = 60_000;

/** Counts calls in windows of a minute, each of which begins with its first call. */
export class CallWindow {
  #began = 0;
  #count = 0;

  /** Calls in the window that `now` (in milliseconds) falls into. */
  count(now: number): number {
    return this.#isOver(now) ? 0 : this.#count;
  }

  add(now: number): void {
    if (this.#isOver(now)) [this.#began, this.#count] = [now, 0];
    this.#count += 1;
  }

  /** Milliseconds until the window is over. */
  left(now: number): number {
    return this.#isOver(now) ? 0 : this.#began + minute - now;
  }

  #isOver(now: number): boolean {
    return now < this.#began || now >= this.#began + minute;
  }
}
