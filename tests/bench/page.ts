import { openBrowser } from '../e2e/browser-page.ts';
import { createFlow } from './process/flow-of-server.ts';
import { openPageWatched, type PageLoad } from './page/open-page-watched.ts';
import { quantile } from './process/quantile.ts';
import { startJacquard } from './process/start-jacquard.ts';

/** What a browser that has never been here fetches before the canvas stands, and how long the first node takes, with a server that is warm. */
const rounds = 7;
const jacquard = await startJacquard({});
const browser = await openBrowser();
const flow = {
  jacquard: 1,
  name: 'A question',
  nodes: {
    question: { type: 'io.chat-input' },
    prompt: { type: 'prompts.template', inputs: { template: 'Briefly: {{a}}', a: { from: 'question.text' } } },
    model: { type: 'models.chat-model', inputs: { model: 'default' } },
    chat: { type: 'models.chat', inputs: { model: { from: 'model.model' }, prompt: { from: 'prompt.text' } } },
    reply: { type: 'io.chat-output', inputs: { text: { from: 'chat.answer' } } },
  },
};
const url = `${jacquard.url}/flows/${await createFlow(jacquard.url, flow)}`;
await openPageWatched(browser, url);
const loads: PageLoad[] = [];
for (let round = 0; round < rounds; round += 1) loads.push(await openPageWatched(browser, url));
await browser.close();
await jacquard.end();

const times = loads.map(({ firstNode }) => firstNode).toSorted((a, b) => a - b);
const hosts = new Set(loads.flatMap((load) => [...load.hosts]));
const [first] = loads;
process.stdout.write(
  `JavaScript at first load ${((first?.scriptBytes ?? Number.NaN) / 1000).toFixed(0)} kB compressed (≤ 450); hosts asked: ${[...hosts].join(', ')}\n` +
    `first node visible after ${times.map((time) => time.toFixed(0)).join(', ')} ms; median ${quantile(times, 0.5).toFixed(0)} (≤ 600)\n`,
);
