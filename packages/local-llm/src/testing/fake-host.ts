import type { HostReply } from '../host/host-reply.ts';

// A model host without a model, for tests of who supervises it: it is a process as the real one is, and does what the
// path of the model or the first message says.
const reply = (message: HostReply): void => void process.send?.(message);

const cancelled: number[] = [];
/** Says something of itself, in the place of a count. */
const tell = (id: number, text: string): void =>
  reply({ type: 'problem', id, code: 'told', params: { text }, kind: 'user' });

process.on('disconnect', () => process.exit(0));
process.on('message', (message: { type: string; id: number; input?: string | { content: string }[] }) => {
  const { id } = message;
  const { input } = message;
  const order = typeof input === 'string' ? input : (input?.[0]?.content ?? message.type);
  if (order === 'cancel') cancelled.push(id);
  if (order === 'cancelled') tell(id, cancelled.join(' '));
  if (order === 'environment') tell(id, Object.keys(process.env).join(' '));
  if (order === 'die') process.kill(process.pid, 'SIGKILL');
  if (order === 'exit') process.exit(3);
  if (order === 'refuse')
    reply({ type: 'problem', id, code: 'model-file-broken', params: { reason: 'x' }, kind: 'user' });
  if (order === 'wait') {
    reply({ type: 'wait', id, wait: { for: 'turn', before: 2 } });
    reply({ type: 'wait', id, wait: { for: 'prompt', done: 0, total: 3 } });
    reply({ type: 'end', id });
  }
  if (order === 'hang') for (;;) void order; // its loop turns no more, as when a native call never returns
  if (order === 'begin') reply({ type: 'piece', id, sample: 0, text: 'begun' });
  if (order === 'engine') {
    reply({ type: 'engine', engine: 'cpu', reason: 'no driver' });
    reply({ type: 'end', id });
  }
  if (order === 'engine-told') tell(id, `${process.env['JACQUARD_HOST_ENGINE']} ${process.pid}`);
  if (order === 'energy') reply({ type: 'end', id, energy: 0.002, energyEstimated: true });
  if (order === 'embed')
    reply({ type: 'embed-result', id, vectors: [[1]], cut: 0, energy: 0.001, energyEstimated: true });
  if (order !== 'echo') return;
  for (const text of ['one ', 'two']) reply({ type: 'piece', id, sample: 0, text });
  reply({ type: 'sample-end', id, sample: 0, finish: 'stop', inputTokens: 3, outputTokens: 2 });
  reply({ type: 'end', id });
});
