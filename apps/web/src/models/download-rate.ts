/** Where a download was, when, and how fast it goes, in bytes a second. */
export interface DownloadRate {
  readonly done: number;
  /** Milliseconds. */
  readonly at: number;
  readonly perSecond: number | undefined;
}

/** Seconds over which the speed is averaged: shorter it flickers, longer it lags. */
const smoothing = 4;

/** The rate after more has come: an exponential mean, so that what was long ago counts little. */
export function rateAfter(before: DownloadRate, done: number, at: number): DownloadRate {
  const seconds = (at - before.at) / 1000;
  if (done < before.done || seconds <= 0) return { done, at, perSecond: undefined };
  const now = (done - before.done) / seconds;
  const share = 1 - Math.exp(-seconds / smoothing);
  const perSecond = before.perSecond === undefined ? now : before.perSecond + share * (now - before.perSecond);
  return { done, at, perSecond };
}

/** Milliseconds until a download is through; undefined while that can't be told. */
export function timeLeft({ done, perSecond }: DownloadRate, size: number): number | undefined {
  return perSecond === undefined || perSecond < 1 ? undefined : ((size - done) * 1000) / perSecond;
}
