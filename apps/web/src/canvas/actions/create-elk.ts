import ELK, { type ELK as Elk } from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';

/** ELK in a worker of its own, so that a large layout doesn't hold up the page. */
export function createElk(): Elk {
  return new ELK({ workerUrl });
}
