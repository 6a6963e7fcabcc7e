/** Holds the value of the last drawing for callbacks that outlive it, such as those of an editor that is set up once. */
export interface LatestValue<Value> {
  readonly get: () => Value;
  readonly set: (value: Value) => void;
}

/** A holder that begins with `first`. */
export function latestValue<Value>(first: Value): LatestValue<Value> {
  let held = first;
  return {
    get: () => held,
    set: (value) => {
      held = value;
    },
  };
}
