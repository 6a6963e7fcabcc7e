import type { FlowInterface } from '@jacquard/flow';

/** What a snippet calls: a flow, at a server. */
export interface CallSubject {
  readonly flowId: string;
  /** `draft`, a number, a label; absent: the version published last. */
  readonly version?: string | number | undefined;
  readonly interface: FlowInterface;
  /** Origin of the server, such as `http://127.0.0.1:1804`. */
  readonly baseUrl: string;
  /** Whether callers must show a key: it is read from `JACQUARD_API_KEY`, and never stands in a snippet. */
  readonly needsKey: boolean;
}

/** The flow as callers name it: `hello-model`, `hello-model@draft`. */
export function addressOf({ flowId, version }: Pick<CallSubject, 'flowId' | 'version'>): string {
  return version === undefined ? flowId : `${flowId}@${version}`;
}

/** The address of one of the ways in which a flow is called: `/invoke`, `/stream`. */
export function callUrl(subject: CallSubject, way: string): string {
  return `${apiUrl(subject)}/flows/${encodeURIComponent(addressOf(subject)).replaceAll('%40', '@')}${way}`;
}

/** Where the API is: `http://127.0.0.1:1804/api/v1`. */
export function apiUrl({ baseUrl }: Pick<CallSubject, 'baseUrl'>): string {
  return `${originOf(baseUrl)}/api/v1`;
}

/** The server's address without a slash at its end. */
export function originOf(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, '');
}
