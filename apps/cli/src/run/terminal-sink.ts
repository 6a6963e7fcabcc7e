import { sourcesOf, type Descriptors, type FlowDocument, type JsonValue } from '@jacquard/flow';
import type { RunEvent, TransientEvent } from '@jacquard/protocol';
import type { RunSink } from '@jacquard/runtime';
import { plainText } from '../plain-text.ts';
import type { Terminal } from '../terminal.ts';

/**
 * Shows a run as texts: the flow's texts as they are written, then what wasn't written as text. A pipe gets them exactly; what is shown
 * on a terminal doesn't steer it.
 */
export class TerminalSink implements RunSink {
  readonly #terminal: Terminal;
  /** Outputs of the flow by the address that each is read from. */
  readonly #outputs: ReadonlyMap<string, string>;
  readonly #written = new Map<string, string>();
  readonly #end = Promise.withResolvers<void>();

  constructor(terminal: Terminal, flow: FlowDocument, descriptors: Descriptors) {
    this.#terminal = terminal;
    const outputs = Object.entries(flow.nodes).filter(([, node]) => descriptors.get(node.type)?.role === 'flow-output');
    this.#outputs = new Map(
      outputs.flatMap(([id, node]) =>
        Object.values(node.inputs ?? {})
          .flatMap(sourcesOf)
          .map((from) => [from, id]),
      ),
    );
  }

  get ended(): Promise<void> {
    return this.#end.promise;
  }

  events(events: readonly RunEvent[]): void {
    for (const event of events) if (event.type === 'run-end') this.#finish(event.outputs);
  }

  transients(frames: readonly TransientEvent[]): void {
    for (const frame of frames) {
      const output = frame.type === 'delta' ? this.#outputs.get(`${frame.step}.${frame.port}`) : undefined;
      if (frame.type !== 'delta' || output === undefined) continue;
      const before = this.#written.get(output) ?? '';
      const fresh = frame.text.slice(Math.max(0, before.length - frame.offset));
      if (frame.offset > before.length || fresh === '') continue;
      this.#written.set(output, before + fresh);
      this.#write(fresh);
    }
  }

  isFull(): boolean {
    return false;
  }

  /** The run's own result says so, too. */
  stalled(): void {}

  end(): void {
    this.#end.resolve();
  }

  #finish(outputs: Readonly<Record<string, JsonValue>>): void {
    for (const [name, value] of Object.entries(outputs)) {
      const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
      const written = this.#written.get(name) ?? '';
      if (text.startsWith(written)) this.#write(`${text.slice(written.length)}\n`);
      else this.#write(`\n${text}\n`);
    }
  }

  #write(text: string): void {
    const { stdout } = this.#terminal;
    stdout.write(stdout.isTTY ? plainText(text) : text);
  }
}
