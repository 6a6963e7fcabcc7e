import { Problem } from '@jacquard/flow';
import { engineNameSchema, type EngineItem } from '@jacquard/protocol';
import type { Runtime } from '@jacquard/runtime';
import { signalOfSignals } from '../signal-of-signals.ts';
import type { Terminal } from '../terminal.ts';

type Engines = Runtime['main']['modelDesk']['engines'];
type EnginesState = Awaited<ReturnType<Engines['state']>>;

/** `jacquard models engine [status | install | use | remove] [cuda | vulkan | …]`. */
export async function engineCommand(
  terminal: Terminal,
  engines: Engines,
  [action = 'status', name]: readonly (string | undefined)[],
): Promise<number> {
  if (action === 'install') return install(terminal, engines, name);
  if (action === 'use') engines.use(requireEngine(name));
  else if (action === 'remove') await engines.remove(requireGraphics(name));
  else if (action !== 'status') throw new Problem('cli-command-unknown', { command: `models engine ${action}` });
  showState(terminal, await engines.state());
  return 0;
}

/** On a terminal, what models run on, and that they could run on something else. */
export async function showUsing(terminal: Terminal, engines: Engines): Promise<void> {
  if (!terminal.stdout.isTTY) return;
  const state = await engines.state();
  tellUsing(terminal, state);
  hint(terminal, state);
}

/** What models run on, and what came of each engine; JSON to a pipe. */
function showState(terminal: Terminal, state: EnginesState): void {
  if (!terminal.stdout.isTTY) return terminal.print(JSON.stringify(state));
  tellUsing(terminal, state);
  for (const { name, state: is, error } of state.engines) {
    const reason = error ? terminal.sentence(error.code, error.params) : '';
    terminal.print(`${is === 'ready' ? '●' : '○'} ${name.padEnd(8)} ${reason}`.trimEnd());
  }
  hint(terminal, state);
}

function tellUsing(terminal: Terminal, { using, problem }: EnginesState): void {
  terminal.print(terminal.sentence('cli-engine-using', { engine: using }));
  if (problem) terminal.complain(problem);
}

function hint(terminal: Terminal, { using, graphics, engines }: EnginesState): void {
  if (using !== 'cpu' || !graphics) return;
  const names = graphics.names.join(', ');
  if (engines.length === 0 && graphics.lacksVulkan) terminal.say('cli-engine-lacks-vulkan', { names });
  else if (engines.length > 0 && engines.every(({ state }) => state === 'absent'))
    terminal.say('cli-engine-seen', { names });
}

/** Says how far it is until the engine is here and was tried. Ctrl+C stops it. */
async function install(terminal: Terminal, engines: Engines, name: string | undefined): Promise<number> {
  const stop = signalOfSignals(terminal);
  stop.signal.addEventListener('abort', () => void engines.cancel());
  let told: EngineItem['state'] | undefined;
  const tell = async (): Promise<void> => {
    const item = (await engines.state()).engines.find(({ state }) => state === 'fetching' || state === 'trying');
    if (!item) return;
    if (item.state === 'fetching') showBytes(terminal, item, told === undefined);
    else if (told !== 'trying') terminal.say('cli-engine-trying');
    told = item.state;
  };
  const timer = setInterval(() => void tell(), 500);
  try {
    await engines.install(name === undefined ? undefined : requireGraphics(name));
  } catch (error) {
    const code = stop.code();
    if (code === undefined) throw error;
    return code;
  } finally {
    clearInterval(timer);
  }
  const state = await engines.state();
  const tried = state.engines.find((item) => item.state === 'ready' && (name === undefined || item.name === name));
  if (tried) tellTrial(terminal, tried, state.using);
  terminal.say('cli-engine-using', { engine: state.using });
  return 0;
}

function showBytes(terminal: Terminal, { name, size, done = 0 }: EngineItem, isFirst: boolean): void {
  if (isFirst) terminal.say('cli-engine-fetching', { engine: name, size });
  const percent = Math.min(99, Math.floor((100 * done) / Math.max(1, size)));
  if (terminal.stderr.isTTY) terminal.stderr.write(`\r${percent}\u00A0% `);
}

function tellTrial(terminal: Terminal, { name, devices = [], speed }: EngineItem, using: string): void {
  if (terminal.stderr.isTTY) terminal.stderr.write('\r');
  const digits = new Intl.NumberFormat(terminal.language, { maximumSignificantDigits: 2 });
  const speeds = speed && { graphics: digits.format(speed.graphics), processor: digits.format(speed.processor) };
  terminal.say('cli-engine-works', { devices: devices.join(', '), ...speeds });
  if (using === 'cpu') terminal.say('cli-engine-slow', { name });
}

function requireEngine(name: string | undefined): 'cpu' | 'cuda' | 'vulkan' | 'metal' {
  const engine = engineNameSchema.safeParse(name).data;
  if (engine === undefined) throw new Problem('cli-engine-unknown', { name: name ?? '' });
  return engine;
}

function requireGraphics(name: string | undefined): EngineItem['name'] {
  const engine = requireEngine(name);
  if (engine === 'cpu') throw new Problem('cli-engine-unknown', { name: engine });
  return engine;
}
