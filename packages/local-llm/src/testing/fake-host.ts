import type { HostReply } from '../host/host-protocol.ts';

// A model host without a model, for tests of who supervises it: it is a process as the real one is, and does what the
// path of the model or the first message says.
const reply = (message: HostReply): void => void process.send?.(message);

process.on('disconnect', () => process.exit(0));
process.on('message', (message: { type: string; id: number; messages?: { content: string }[]; path?: string }) => {
  const { id } = message;
  const order = message.messages?.[0]?.content ?? message.path ?? message.type;
  if (message.type === 'cancel') reply({ type: 'piece', id: 0, sample: 0, text: `cancelled ${id}` });
  else if (order === 'die') process.kill(process.pid, 'SIGKILL');
  else if (order === 'exit') process.exit(3);
  else if (order === 'refuse')
    reply({ type: 'problem', id, code: 'model-file-broken', params: { reason: 'x' }, kind: 'user' });
  else if (order === 'echo') {
    for (const text of ['one ', 'two']) reply({ type: 'piece', id, sample: 0, text });
    reply({ type: 'sample-end', id, sample: 0, finish: 'stop', inputTokens: 3, outputTokens: 2 });
    reply({ type: 'end', id });
  } else if (order === 'environment') {
    const description = { architecture: Object.keys(process.env).join(' '), languages: [], hasChatTemplate: false };
    reply({ type: 'describe-result', id, description });
  } else if (order === 'begin') reply({ type: 'piece', id, sample: 0, text: 'begun' });
});
