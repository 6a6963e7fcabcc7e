import type { Usage } from '@jacquard/protocol';

/** How fast a model wrote, once it had read: whole tokens a second. Undefined where too little is known. */
export function tokensASecond({
  usage,
  duration,
}: {
  readonly usage?: Usage | undefined;
  readonly duration?: number | undefined;
}): number | undefined {
  const { outputTokens = 0, timeToFirstToken = 0 } = usage ?? {};
  const seconds = ((duration ?? 0) - timeToFirstToken) / 1000;
  return outputTokens > 1 && seconds > 0 ? Math.round(outputTokens / seconds) : undefined;
}
