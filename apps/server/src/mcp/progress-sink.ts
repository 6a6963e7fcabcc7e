import type { Descriptors, FlowDocument, ProblemData } from '@jacquard/flow';
import type { RunEvent, TransientEvent } from '@jacquard/protocol';
import type { RunSink } from '@jacquard/runtime';

/** Milliseconds between two notices at least. */
const leastPause = 100;
/** How much must have been done for another notice, in steps: a loop that counts to a million isn't told a million times. */
const leastProgress = 0.01;

/** How far a run has come, in steps of the flow's top. */
export interface RunProgress {
  readonly progress: number;
  readonly total: number;
  /** The step that began last. */
  readonly message: string;
}

/** Tells how far a run has come, step by step; a loop that counts its turns is a part of a step. It only ever grows. */
export class ProgressSink implements RunSink {
  readonly #titles: ReadonlyMap<string, string>;
  readonly #tell: (progress: RunProgress) => void;
  readonly #ended = new Set<string>();
  readonly #parts = new Map<string, number>();
  #message = '';
  #told = 0;
  #toldAt = -Infinity;

  constructor(document: FlowDocument, descriptors: Descriptors, tell: (progress: RunProgress) => void) {
    const isStep = (type: string): boolean =>
      !['component', 'flow-input', 'flow-output'].includes(descriptors.get(type)?.role ?? 'component');
    this.#titles = new Map(
      Object.entries(document.nodes).flatMap(([id, { type, title, disabled }]) =>
        isStep(type) && disabled !== true ? [[id, title ?? descriptors.get(type)?.title.en ?? id]] : [],
      ),
    );
    this.#tell = tell;
  }

  events(events: readonly RunEvent[]): void {
    for (const event of events) {
      if (event.type === 'step-start') this.#message = this.#titles.get(event.step) ?? this.#message;
      if ((event.type === 'step-end' || event.type === 'step-skip') && this.#titles.has(event.step)) {
        this.#ended.add(event.step);
        this.#parts.delete(event.step);
      }
    }
    this.#consider();
  }

  transients(events: readonly TransientEvent[]): void {
    for (const event of events) {
      if (event.type !== 'step-progress' || !event.done || !event.total || this.#ended.has(event.step)) continue;
      if (this.#titles.has(event.step)) this.#parts.set(event.step, Math.min(1, event.done / event.total));
    }
    this.#consider();
  }

  isFull(): boolean {
    return false;
  }

  stalled(_problem: ProblemData): void {}

  end(): void {}

  #consider(): void {
    const progress = this.#ended.size + this.#parts.values().reduce((sum, part) => sum + part, 0);
    const now = performance.now();
    if (progress < this.#told + leastProgress || now < this.#toldAt + leastPause) return;
    this.#told = progress;
    this.#toldAt = now;
    this.#tell({ progress, total: this.#titles.size, message: this.#message });
  }
}
