import { quoteTypeScript } from '../snippets/quote-text.ts';
import { clientCalls } from './client-calls.ts';
import { clientProblem } from './client-problem.ts';
import { clientRequest } from './client-request.ts';
import { clientRuns } from './client-runs.ts';
import { clientStream } from './client-stream.ts';
import { eventTypes } from './event-types.ts';
import { flowClientTypes, type ClientFlow } from './flow-client-types.ts';
import { typeNames } from './type-names.ts';

export interface ClientSource {
  readonly flows: readonly ClientFlow[];
  /** Where the client asks unless it is told. */
  readonly baseUrl: string;
}

/**
 * Writes one TypeScript file that calls these flows: the types of what each takes and gives, and a client that needs nothing but
 * `fetch`. The same flows give the same file, so that it can be kept in git and compared. It type-checks under `strict`, for Node ≥ 20
 * and browsers.
 */
export function typescriptClient({ flows, baseUrl }: ClientSource): string {
  const names = typeNames(flows.map(({ id }) => id));
  const written = flows.map((flow) => flowClientTypes(flow, names.get(flow.id) ?? ''));
  return [
    header,
    ...written.map(({ types }) => types),
    `/** The flows that this client knows. */\nexport interface Flows {\n${written.map(({ entry }) => entry).join('')}}\n`,
    namesOfFlows,
    `/** What a call of each runs unless it names a version: absent, the one published last. */\n${versionsOf(flows)}`,
    `const defaultBaseUrl = ${quoteTypeScript(baseUrl)};\n`,
    clientCalls,
    clientRuns,
    clientRequest,
    clientStream,
    clientProblem,
    eventTypes(),
  ].join('\n');
}

const header = `/* Written by Jacquard from the inputs and outputs of flows: write it anew when they change, don't edit it. */
/* eslint-disable */
`;

const namesOfFlows = `export type FlowId = keyof Flows & string;
export type InputsOf<Id extends FlowId> = Flows[Id]['inputs'];
export type OutputsOf<Id extends FlowId> = Flows[Id]['outputs'];
`;

function versionsOf(flows: readonly ClientFlow[]): string {
  const lines = flows.flatMap(({ id, version }) =>
    version === undefined
      ? []
      : [`  ${quoteTypeScript(id)}: ${typeof version === 'number' ? version : quoteTypeScript(version)},\n`],
  );
  return `const versions: { readonly [Id in FlowId]?: string | number } = {\n${lines.join('')}};\n`;
}
