import { createFlow, startEditorRun } from './process/flow-of-server.ts';
import { measurePanning, type FrameTimes } from './canvas/measure-panning.ts';
import { openBare, openCanvas, showView, viewOf, type View } from './canvas/pages.ts';
import { flowOf, sampleGraph } from './canvas/sample-graph.ts';
import { serveBare } from './canvas/serve-bare.ts';
import { openBrowser } from '../e2e/browser-page.ts';
import { startJacquard } from './process/start-jacquard.ts';
import { quantile } from './process/quantile.ts';
import { startProgram } from './process/child-program.ts';

/**
 * A canvas of 1,000 nodes and 1,500 wires beside bare React Flow with the same graph, the same view and the same
 * `onlyRenderVisibleElements`: how long a frame takes while it is panned. The bare side never streams.
 */
const frames = 240;
const rounds = 3;
const graph = sampleGraph();
const upstream = startProgram('http/upstream.ts');
const { url: baseUrl, port } = (await upstream.said) as { url: string; port: number }; // boundary: our own program's message
const jacquard = await startJacquard({ JACQUARD_ALLOWED_HOSTS: `127.0.0.1:${port},127.0.0.1` });
const bare = await serveBare();
const browser = await openBrowser();

const still = await createFlow(jacquard.url, flowOf(graph, baseUrl, 'slow-2000'));
await compare('panning, fit', still, 'fit', 0.9);
await compare('panning, 100 %', still, 'one', 0.9);
await compare('panning while 50 nodes stream, fit', still, 'fit', 0.7, true);
await compare('panning while 50 nodes stream, 100 %', still, 'one', 0.7, true);

await browser.close();
bare.end();
await Promise.all([jacquard.end(), upstream.end()]);

async function compare(name: string, flowId: string, view: View, wanted: number, streams = false): Promise<void> {
  const ours = await openCanvas(browser, `${jacquard.url}/flows/${flowId}`);
  const shown = await showView(ours, view);
  const theirs = await openBare(browser, bare.url, shown);
  const times: { readonly ours: number[]; readonly theirs: number[] } = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round += 1) {
    await theirs.bringToFront();
    times.theirs.push(...(await measurePanning(theirs, frames)));
    const run = streams ? await startEditorRun(jacquard.url, flowId) : undefined;
    await ours.bringToFront();
    if (streams) await ours.waitForTimeout(1_500);
    times.ours.push(...(await measurePanning(ours, frames)));
    await run?.end();
  }
  if ((await viewOf(ours)).zoom !== shown.zoom) throw new Error('the view changed while it was measured');
  await ours.context().close();
  await theirs.context().close();
  tell(name, times.theirs, times.ours, wanted);
}

function tell(name: string, theirs: FrameTimes, ours: FrameTimes, wanted: number): void {
  const [bareMedian, median] = [quantile(theirs, 0.5), quantile(ours, 0.5)];
  process.stdout.write(
    `${name}: ratio ${(bareMedian / median).toFixed(2)} (≥ ${wanted}); median frame ${median.toFixed(1)} ms beside ` +
      `${bareMedian.toFixed(1)}; p99 ${quantile(ours, 0.99).toFixed(1)} ms (≤ 50) beside ${quantile(theirs, 0.99).toFixed(1)}\n`,
  );
}
