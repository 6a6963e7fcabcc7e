import { flowDocumentSchema } from '@jacquard/flow';
import { z } from 'zod';
import { openDraftStore } from './draft-database.ts';
import type { Unsaved } from './unsaved.ts';

const draftSchema = z.object({
  key: z.string(),
  flowId: z.string(),
  /** Milliseconds since the epoch. */
  at: z.number(),
  document: flowDocumentSchema,
  base: flowDocumentSchema,
});

/** A state of a flow that a page had and could not save before it was closed, with the saved one that it was made from. */
export type Draft = z.infer<typeof draftSchema>;

/** Of this page alone, so that two tabs keep a draft each. Random without what needs a secure context. */
const tab = Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('');
const oldest = 30 * 86_400_000;
const answerPause = 300;

function keyOf(flowId: string): string {
  return `${flowId}/${tab}`;
}

/** Keeps what isn't saved yet in the browser, so that a page that dies loses nothing. It goes with {@link dropDraft}. */
export function keepDraft({ flowId, document, base }: Unsaved): void {
  held.add(keyOf(flowId));
  void openDraftStore().then((store) => store?.put({ key: keyOf(flowId), flowId, at: Date.now(), document, base }));
}

/** The flow is saved, or what wasn't has gone elsewhere. */
export function dropDraft(flowId: string): void {
  held.delete(keyOf(flowId));
  forgetDraft(keyOf(flowId));
}

/** Deletes a draft that a person took in or doesn't want. */
export function forgetDraft(key: string): void {
  void openDraftStore().then((store) => store?.remove(key));
}

/** The newest draft of a flow that a page left behind; those of pages that are still open are theirs. */
export async function findDraft(flowId: string): Promise<Draft | undefined> {
  const store = await openDraftStore();
  const drafts: Draft[] = [];
  for (const entry of (await store?.all()) ?? []) {
    const draft = draftSchema.safeParse(entry).data;
    if (!draft) continue;
    if (draft.at < Date.now() - oldest) forgetDraft(draft.key);
    else if (draft.flowId === flowId && !held.has(draft.key)) drafts.push(draft);
  }
  for (const draft of drafts.toSorted((one, other) => other.at - one.at)) {
    if (!(await isHeldElsewhere(draft.key))) return draft;
  }
  return undefined;
}

/** Keys of this page's drafts. Other pages ask for them by a channel, as `ask KEY`, and hear `held KEY`. */
const held = new Set<string>();
const channel = new BroadcastChannel('jacquard-drafts');
const say = channel.postMessage.bind(channel);
channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const key = typeof data === 'string' && data.startsWith('ask ') ? data.slice(4) : undefined;
  if (key !== undefined && held.has(key)) say(`held ${key}`);
});

async function isHeldElsewhere(key: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const end = (isHeld: boolean): void => {
      clearTimeout(timer);
      channel.removeEventListener('message', hear);
      resolve(isHeld);
    };
    const hear = ({ data }: MessageEvent<unknown>): void => {
      if (data === `held ${key}`) end(true);
    };
    const timer = setTimeout(() => end(false), answerPause);
    channel.addEventListener('message', hear);
    say(`ask ${key}`);
  });
}
