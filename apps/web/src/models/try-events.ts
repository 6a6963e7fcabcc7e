import { tryEventSchema, type TryEvent } from '@jacquard/protocol';
import { request } from '../api/request.ts';

/** Asks a model once and yields what comes. Rejects when it can't be asked; ends with the signal. */
export async function* tryModel(id: string, prompt: string, signal: AbortSignal): AsyncGenerator<TryEvent, void, void> {
  const path = `/models/${encodeURIComponent(id)}/try`;
  const answer = await request(path, { method: 'POST', json: { prompt }, signal });
  const reader = answer.body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  let waiting = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const frames = (waiting + decoder.decode(next.value, { stream: true })).split('\n\n');
    waiting = frames.pop() ?? '';
    for (const frame of frames) {
      const data = frame.split('\n').find((line) => line.startsWith('data: '));
      if (data !== undefined) yield tryEventSchema.parse(JSON.parse(data.slice('data: '.length)));
    }
  }
}
