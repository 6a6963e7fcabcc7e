import { Problem } from '@jacquard/flow';
import { batchBounds, batchRequestSchema, type BatchItem, type BatchRequestBody } from '@jacquard/protocol';
import { callerOf, fingerprintOf, type Runtime } from '@jacquard/runtime';
import { Router, type Request, type Response } from 'express';
import { callOf } from '../calls/read-call.ts';
import { runBatch, type Batch } from '../calls/run-batch.ts';
import { askedOf } from '../calls/start-call.ts';
import { drained } from '../drained.ts';
import { EventStream, requireStreamRoom } from '../event-stream.ts';
import { requestLanguage } from '../request-language.ts';
import { untilGone } from '../until-gone.ts';

const forms = ['application/json', 'application/x-ndjson', 'text/event-stream'] as const;

/** Running a flow for many inputs: answered when all have ended, or item by item as they end, as lines of JSON or as events. */
export function flowBatchRoutes({ main }: Runtime): Router {
  const router = Router();
  router.post('/flows/:id/batch', async (request, response) => {
    const form = request.accepts([...forms]);
    if (form === false) throw new Problem('not-acceptable', { types: [...forms] });
    if (form === 'text/event-stream') requireStreamRoom(response);
    const body = readBatch(request.body);
    const batch = batchOf(request, response, body);
    await main.calls.find(batch.call.address, batch.call.principal);
    await claimKey(main, batch.call, body);
    if (form === 'application/json') await answerWhole(main, response, batch);
    else if (form === 'text/event-stream') await answerEvents(main, response, batch);
    else await answerLines(main, response, batch);
  });
  return router;
}

type Main = Runtime['main'];
type NewBatch = Omit<Batch, 'give'>;

function readBatch(given: unknown): BatchRequestBody {
  const count =
    given !== null && typeof given === 'object' && 'items' in given && Array.isArray(given.items)
      ? given.items.length
      : 0;
  if (count > batchBounds.items) throw new Problem('batch-too-large', { most: batchBounds.items, count });
  return batchRequestSchema.parse(given);
}

function batchOf(request: Request, response: Response, { items, concurrency }: BatchRequestBody): NewBatch {
  return {
    call: callOf(request, response),
    items,
    concurrency: concurrency ?? batchBounds.concurrency,
    language: requestLanguage(request),
    signal: untilGone(response),
  };
}

/** Each item has a key of its own, made from the batch's: items that ran aren't run again, the others are. */
async function claimKey({ callBook }: Main, { key, principal, address }: Batch['call'], body: object): Promise<void> {
  if (key === undefined) return;
  const fingerprint = fingerprintOf({ batch: address, body: askedOf(body) });
  await callBook.claim({ caller: callerOf(principal), key, fingerprint });
}

async function answerWhole(main: Main, response: Response, batch: NewBatch): Promise<void> {
  const items: BatchItem[] = [];
  await runBatch(main, { ...batch, give: (item) => void (items[item.index] = item) });
  response.json({ items });
}

async function answerLines(main: Main, response: Response, batch: NewBatch): Promise<void> {
  response
    .status(200)
    .set({ 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  const give = (item: BatchItem): Promise<void> | void => {
    if (!response.write(`${JSON.stringify(item)}\n`) && !response.closed) return drained(response);
  };
  await runBatch(main, { ...batch, give });
  response.end();
}

async function answerEvents(main: Main, response: Response, batch: NewBatch): Promise<void> {
  const stream = new EventStream(response);
  const give = (item: BatchItem): Promise<void> | void => {
    stream.send('item', item);
    if (stream.isFull && !response.closed) return drained(response);
  };
  await runBatch(main, { ...batch, give });
  stream.send('done', { items: batch.items.length });
  stream.end();
}
