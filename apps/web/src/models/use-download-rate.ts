import { useState } from 'react';
import { rateAfter, type DownloadRate } from './download-rate.ts';

/** How fast a download goes, from what it has come to so far; `at`: when that was heard, in milliseconds. */
export function useDownloadRate(done: number, at: number): DownloadRate {
  const [rate, setRate] = useState<DownloadRate>({ done, at, perSecond: undefined });
  if (rate.done === done) return rate;
  const next = rateAfter(rate, done, at);
  setRate(next);
  return next;
}
