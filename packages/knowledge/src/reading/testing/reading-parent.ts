import { createReadingHost } from '../reading-host.ts';

// A server that starts to read a file and tells the id of its reading process once it is at work.
const [path = ''] = process.argv.slice(2);
const host = createReadingHost({ log: { info: () => undefined, warn: () => undefined } });
await host.read({ source: 'a.pdf', path, modified: 0 }, { onPages: () => process.stdout.write(`${host.process()}\n`) });
