import { enableCompileCache } from 'node:module';
import { Problem } from '@jacquard/flow';
import { describeGguf } from './describe-gguf.ts';
import { describeOrderSchema } from './describer.ts';

// Looks at GGUF files in a process of its own: what they say was written by a stranger, and part of it is read by native code.
enableCompileCache();
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined); // the parent decides when this ends
process.on('message', (message) => {
  const { path, isHead } = describeOrderSchema.parse(message);
  describeGguf(path, { isHead }).then(
    (description) => process.send?.({ description }),
    (error: unknown) => {
      const problem = Problem.is(error) ? error : new Problem('model-file-broken', { reason: String(error) });
      process.send?.({ problem: problem.toData() });
    },
  );
});
