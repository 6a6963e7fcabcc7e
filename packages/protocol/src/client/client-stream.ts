/** The part of a client that reads server-sent events. */
export const clientStream = String.raw`interface Frame {
  event: string;
  id: string | undefined;
  data: unknown;
}

/** Takes a stream of server-sent events (WHATWG HTML, 9.2) apart. Whoever stops reading lets the connection go. */
async function* framesOf(response: Response): AsyncGenerator<Frame, void, undefined> {
  if (response.body === null) return;
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const blocks = rest.split(/\r?\n\r?\n/);
      rest = done ? '' : (blocks.pop() ?? '');
      for (const block of blocks) {
        const frame = frameOf(block);
        if (frame !== undefined) yield frame;
      }
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function frameOf(block: string): Frame | undefined {
  const fields = block.split(/\r?\n/).map((line): [string, string] => {
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    return [name, value];
  });
  const all = (name: string): string[] => fields.filter(([field]) => field === name).map(([, value]) => value);
  const data = all('data');
  if (data.length === 0) return undefined;
  return { event: all('event').at(-1) ?? 'message', id: all('id').at(-1), data: parsed(data.join('\n')) };
}

/** A piece of a text that the run gives. */
export interface TextPiece {
  output: string;
  text: string;
  reset?: true;
}

type RunEnd = Extract<RunEvent, { type: 'run-end' }>;

/** A run as it happens. It begins when it is first read, and is read once: as events, or as text. */
export class RunStream<Outputs> implements AsyncIterable<RunEvent> {
  readonly #open: (form: 'events' | 'text') => Promise<Response>;
  readonly #whole: (given: Given) => Promise<Outputs>;
  #isRead = false;
  #end: (() => Promise<Outputs>) | undefined;

  constructor(
    open: (form: 'events' | 'text') => Promise<Response>,
    whole: (given: Given) => Promise<Outputs>,
  ) {
    this.#open = open;
    this.#whole = whole;
  }

  /** All run events, pieces of text and progress among them. The last one is 'run-end', or 'run-pause'. */
  async *[Symbol.asyncIterator](): AsyncGenerator<RunEvent, void, undefined> {
    let runId = '';
    let waiting: WaitingStep[] = [];
    for await (const { data } of framesOf(await this.#begin('events'))) {
      const event = data as RunEvent;
      if (event.type === 'run-start') runId = event.runId;
      if (event.type === 'run-answer') waiting = waiting.filter(({ step }) => step !== event.step);
      if (event.type === 'run-pause') waiting.push(event);
      if (event.type === 'run-end') this.#end = () => this.#ended(event, runId);
      yield event;
    }
    if (this.#end !== undefined) return;
    if (waiting.length === 0) throw new JacquardProblem({ code: 'stream-broken' }, 0, runId);
    this.#end = () => Promise.reject(new RunPaused(runId, waiting));
  }

  /** Pieces of the texts that the run gives, as they are written; of one output, where it is named. */
  async *text(output?: keyof Outputs & string): AsyncGenerator<string, void, undefined> {
    for await (const piece of this.pieces()) if (output === undefined || piece.output === output) yield piece.text;
  }

  /** The same with the output that each is of. 'reset': the step was tried again, and its text begins anew. */
  async *pieces(): AsyncGenerator<TextPiece, void, undefined> {
    let runId: string | undefined;
    for await (const { event, data } of framesOf(await this.#begin('text'))) {
      const fields = objectOf(data);
      if (event === 'run') runId = textOr(fields['runId']);
      if (event === 'text') yield data as TextPiece;
      if (event === 'done') this.#end = () => this.#whole({ ...fields, runId });
      if (event === 'problem') throw new JacquardProblem(fields as unknown as ProblemFields, 0, runId);
      if (event === 'paused') throw new RunPaused(runId ?? '', fields['waiting'] as WaitingStep[]);
    }
    if (this.#end === undefined) throw new JacquardProblem({ code: 'stream-broken' }, 0, runId);
  }

  /** What the run gave; throws why it failed. Reads the stream where nobody has. */
  async outputs(): Promise<Outputs> {
    if (!this.#isRead) for await (const event of this) void event;
    if (this.#end === undefined)
      throw new JacquardProblem({ code: 'stream-unread', detail: 'Read the stream to its end first.' }, 0);
    return this.#end();
  }

  async #ended({ status, outputs, skipped, error }: RunEnd, runId: string): Promise<Outputs> {
    if (status !== 'completed') throw failureOf(error, status, runId);
    return this.#whole({ runId, outputs, skipped });
  }

  async #begin(form: 'events' | 'text'): Promise<Response> {
    if (this.#isRead) throw new JacquardProblem({ code: 'stream-read', detail: 'A stream is read once.' }, 0);
    this.#isRead = true;
    return this.#open(form);
  }
}
`;
