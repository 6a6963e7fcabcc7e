import type { EmbeddedText } from './create-embedder.ts';
import type { FairQueue } from './fair-queue.ts';
import type { HostReply, HostRequest } from './host-protocol.ts';
import type { LoadedModel } from './loaded-model.ts';
import type { Engine } from './open-engine.ts';

type EmbedRequest = Extract<HostRequest, { type: 'embed' }>;

/** Embeds texts, as many at once as the engine has slots; each takes its turn with the requests of other runs. */
export async function embedTexts(
  engine: Pick<Engine, 'slots'>,
  { embedder }: Pick<LoadedModel, 'embedder'>,
  queue: FairQueue,
  { id, run, texts }: EmbedRequest,
  signal: AbortSignal,
): Promise<Extract<HostReply, { type: 'embed-result' }>> {
  const embedded: EmbeddedText[] = [];
  const waiting = texts.entries();
  const work = async (): Promise<void> => {
    for (const [index, text] of waiting) {
      const leave = await queue.enter(run, signal);
      try {
        embedded[index] = await embedder.embed(text);
      } finally {
        leave();
      }
    }
  };
  await Promise.all(Array.from({ length: engine.slots }, work));
  return {
    type: 'embed-result',
    id,
    vectors: embedded.map(({ vector }) => [...vector]),
    cut: embedded.filter(({ isCut }) => isCut).length,
  };
}
