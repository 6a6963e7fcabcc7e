import type { ChatChunk, ChatOptions } from '@jacquard/node-kit';
import { energyOf } from './energy/energy-of.ts';
import type { HostReply } from './host/host-reply.ts';
import type { ModelHost } from './host/model-host.ts';

/** Chunks of one request, as they come. A reader who stops reading stops the generation. */
export async function* streamChat(
  host: ModelHost,
  question: Parameters<ModelHost['ask']>[0],
  { signal, onWait }: Pick<ChatOptions, 'signal' | 'onWait'>,
): AsyncGenerator<ChatChunk, void, void> {
  const left = new AbortController();
  const both = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  const arrived: HostReply[] = [];
  let wake = (): void => undefined;
  let ended = false;
  if (host.process() === undefined) onWait?.({ for: 'model' });
  const hear = (reply: HostReply): void => {
    if (reply.type === 'wait') {
      onWait?.(reply.wait);
      return;
    }
    arrived.push(reply);
    wake();
  };
  const finished = host.ask(question, { onReply: hear, signal: both }).finally(() => {
    ended = true;
    wake();
  });
  finished.catch(() => undefined); // awaited below, once what arrived before is read
  let inputTokens = 0;
  let outputTokens = 0;
  let last: ChatChunk | undefined;
  try {
    for (;;) {
      const reply = arrived.shift();
      if (reply?.type === 'piece') {
        const { text, sample, logprobs } = reply;
        yield { text, sample, ...(logprobs && { logprobs }) };
      }
      if (reply?.type === 'sample-end') {
        if (last) yield last;
        inputTokens = reply.inputTokens; // a prompt is read once for all samples
        outputTokens += reply.outputTokens;
        const { sample, finish, toolCalls } = reply;
        last = { text: '', sample, finish, ...(toolCalls && { toolCalls }) };
      }
      if (reply) continue;
      if (ended) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const end = await finished;
    yield { text: '', ...last, usage: { inputTokens, outputTokens, ...energyOf(end) } };
  } finally {
    left.abort();
  }
}
