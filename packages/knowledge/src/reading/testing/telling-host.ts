import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

// A reading process that reads nothing: it tells what it knows and what it may do.
process.on('message', (request: { readonly id: number; readonly path: string }) => {
  let wrote = 'wrote a file';
  try {
    writeFileSync(join(request.path, 'written.txt'), 'x');
  } catch (error) {
    wrote = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
  }
  const unread = (source: string): void =>
    void process.send?.({ type: 'unread', id: request.id, source, problem: { code: 'told', params: {} } });
  unread(Object.keys(process.env).join(' '));
  unread(wrote);
  process.send?.({ type: 'end', id: request.id });
});
