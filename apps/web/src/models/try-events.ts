import { tryEventSchema, type TryEvent } from '@jacquard/protocol';
import { request } from '../api/request.ts';

/** Asks a model once and yields what comes. Rejects when it can't be asked; ends with the signal. */
export async function* tryModel(id: string, prompt: string, signal: AbortSignal): AsyncGenerator<TryEvent, void, void> {
  const path = `/models/${encodeURIComponent(id)}/try`;
  const answer = await request(path, { method: 'POST', json: { prompt }, signal });
  if (!answer.body) return;
  let waiting = '';
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const frames = (waiting + next.value).split('\n\n');
    waiting = frames.pop() ?? '';
    for (const frame of frames) {
      const data = frame.split('\n').find((line) => line.startsWith('data: '));
      if (data !== undefined) yield tryEventSchema.parse(JSON.parse(data.slice('data: '.length)));
    }
  }
}
