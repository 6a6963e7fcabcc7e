/** The part of a client that its user sees: what it is made of, and what it can do. */
export const clientCalls = String.raw`/** Run events: those that are kept, in order, with pieces of text and progress between them. */
export type RunEvent = DurableEvent | TransientEvent;

/** A file that the server holds: the value of a file input. */
export interface FileValue {
  file: string;
  name: string;
  mediaType: string;
  size: number;
}

export interface ClientOptions {
  /** Where Jacquard is; without a path. */
  baseUrl?: string;
  /** A key of the page "API keys". In a web page everyone can read it: call from a server there. */
  apiKey?: string | undefined;
  /** In place of the global fetch. */
  fetch?: typeof fetch;
  /** The language of the sentences of problems: 'en', 'fr'. */
  language?: string;
}

export interface CallOptions<Id extends FlowId> {
  /** 'draft', the number of a version, or a label. */
  version?: string | number;
  /** Fields that the flow lets its callers set, by 'node.input'. */
  overrides?: Flows[Id]['overrides'];
  /** A conversation: what was said in it before is known. */
  sessionId?: string;
  /** Begins a conversation: the answer tells its 'sessionId'. */
  session?: 'new';
  /** The same key with the same call again starts nothing twice: make one for each call that may be repeated. */
  idempotencyKey?: string;
  /** Ends waiting, and the run. */
  signal?: AbortSignal;
}

export interface Answer<Outputs> {
  runId: string;
  outputs: Outputs;
  /** Outputs that the run gave nothing for, since it took another way. Where it gave nothing at all, the call throws 'outputs-skipped'. */
  skipped?: string[];
  usage: Usage;
  /** The conversation, of a call that goes on with one or begins one. */
  sessionId?: string;
}

/** What came of one item of a batch: its answer, or why there is none. */
export type BatchItem<Outputs> =
  | (Answer<Outputs> & { problem?: never })
  | { problem: JacquardProblem | RunPaused; runId?: string | undefined; outputs?: never };

/** Calls flows, with the types of what each takes and gives. */
export function createClient(options: ClientOptions = {}) {
  const ask = asking(options);
  return { ...callsOf(ask), ...runsOf(ask) };
}

export type Client = ReturnType<typeof createClient>;

function callsOf(ask: Asking) {
  const post = async <Id extends FlowId>(id: Id, way: string, body: Json, given: CallOptions<Id>, accept?: string): Promise<Response> =>
    ask(pathOf(id, given.version ?? versions[id]) + way, {
      method: 'POST',
      json: body,
      ...(accept !== undefined && { accept }),
      ...(given.idempotencyKey !== undefined && { headers: { 'idempotency-key': given.idempotencyKey } }),
      signal: given.signal,
    });
  const whole = <Id extends FlowId>(given: CallOptions<Id>) => async (gave: Given) =>
    (await wholeOutputs(ask, gave, given.signal)) as OutputsOf<Id>;
  return {
    /** Runs a flow and waits for its answer. Throws JacquardProblem; RunPaused where it waits for a person. */
    async invoke<Id extends FlowId>(id: Id, inputs: InputsOf<Id>, given: CallOptions<Id> = {}): Promise<Answer<OutputsOf<Id>>> {
      const answer = objectOf(await (await post(id, '/invoke', bodyOf(inputs, given), given)).json());
      if (answer['status'] === 'paused')
        throw new RunPaused(textOr(answer['runId']) ?? '', answer['waiting'] as WaitingStep[]);
      return { ...(answer as unknown as Answer<OutputsOf<Id>>), outputs: await whole(given)(answer) };
    },

    /** Runs a flow as it is read: for await (const piece of client.stream(…).text()). */
    stream<Id extends FlowId>(id: Id, inputs: InputsOf<Id>, given: CallOptions<Id> = {}): RunStream<OutputsOf<Id>> {
      const open = (form: 'events' | 'text'): Promise<Response> =>
        post(id, form === 'text' ? '/stream?format=text' : '/stream', bodyOf(inputs, given), given, 'text/event-stream');
      return new RunStream(open, whole(given));
    },

    /** Runs a flow for each of many inputs, so many at a time; what failed stands in its place. */
    async batch<Id extends FlowId>(
      id: Id,
      items: readonly InputsOf<Id>[],
      given: CallOptions<Id> & { concurrency?: number } = {},
    ): Promise<BatchItem<OutputsOf<Id>>[]> {
      const { concurrency } = given;
      const body = { items: items.map((inputs) => bodyOf(inputs, given)), ...(concurrency !== undefined && { concurrency }) };
      const answer = objectOf(await (await post(id, '/batch', body, given)).json());
      return Promise.all((answer['items'] as Json[]).map((item) => batchItemOf<OutputsOf<Id>>(item, whole(given))));
    },

    /** Starts a run and comes back at once, with its id. */
    async start<Id extends FlowId>(id: Id, inputs: InputsOf<Id>, given: CallOptions<Id> = {}): Promise<string> {
      const answer = objectOf(await (await post(id, '/runs', bodyOf(inputs, given), given)).json());
      return textOr(answer['runId']) ?? '';
    },

    /** Begins a conversation with a flow, and gives its id. */
    async createSession(id: FlowId, title?: string): Promise<string> {
      const response = await ask('/sessions', { method: 'POST', json: { flowId: id, title } });
      return textOr(objectOf(await response.json())['id']) ?? '';
    },

    /** Hands a file in: what comes back is the value of a file input. It is kept for a day, and then by the runs that took it. */
    async upload(file: Blob, name: string, signal?: AbortSignal): Promise<FileValue> {
      const form = new FormData();
      form.append('file', file, name);
      return objectOf(await (await ask('/files', { method: 'POST', form, signal })).json())['file'] as FileValue;
    },
  };
}

function bodyOf<Id extends FlowId>(inputs: InputsOf<Id>, { overrides, sessionId, session }: CallOptions<Id>): Json {
  return { inputs, ...(overrides !== undefined && { overrides }), ...(sessionId !== undefined && { sessionId }), ...(session !== undefined && { session }) };
}

async function batchItemOf<Outputs>(
  item: Json,
  whole: (given: Given) => Promise<Outputs>,
): Promise<BatchItem<Outputs>> {
  const runId = textOr(item['runId']);
  const problem = item['problem'];
  if (item['status'] === 'paused')
    return { problem: new RunPaused(runId ?? '', item['waiting'] as WaitingStep[]), runId };
  if (problem !== undefined) {
    const { status } = objectOf(problem);
    const code = typeof status === 'number' ? status : 0;
    return { problem: new JacquardProblem(problem as ProblemFields, code, runId), runId };
  }
  return { ...(item as unknown as Answer<Outputs>), outputs: await whole(item) };
}
`;
