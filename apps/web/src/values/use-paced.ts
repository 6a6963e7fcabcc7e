import { useEffect, useRef, useState } from 'react';

/**
 * A value that changes very often, at most once in `pause` milliseconds. Unlike React's deferred values it never starves: under
 * load a deferred drawing is begun anew with each change and may not be finished until the changes end.
 */
export function usePaced<Value>(value: Value, pause: number): Value {
  const [paced, setPaced] = useState(value);
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = value;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      setPaced(latest.current);
    }, pause);
  }, [value, pause]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return paced;
}
