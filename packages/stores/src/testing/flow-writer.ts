import { openStores } from '../open-stores.ts';
import { flowDocument } from './conformance/behaviour.ts';

/** A process that counts up in the prompt of the flow `shared`, beside others that do the same: `flow-writer.ts HOME FOLDER`. */
const [home = '', projectFolder = ''] = process.argv.slice(2);
const stores = await openStores(projectFolder === '' ? { home } : { home, projectFolder });

async function countUp(): Promise<boolean> {
  const flow = await stores.flows.get('main', 'shared');
  const count = Number(flow?.document.nodes['prompt']?.inputs?.['template']);
  const next = flowDocument('Shared', String(count + 1));
  return await stores.flows.save('main', 'shared', next, flow?.revision ?? '').then(
    () => true,
    () => false,
  );
}

process.once('message', (times) => {
  void (async () => {
    let wins = 0;
    while (wins < Number(times)) if (await countUp()) wins += 1;
    await stores.close();
    process.send?.(wins);
  })();
});
process.send?.('ready');
