import type { JsonValue } from '@jacquard/flow';
import type { Operation } from '../operations/operation.ts';
import { createComponentSchemas } from './component-schemas.ts';
import { describeOperation } from './describe-operation.ts';
import { operationDocs } from './operation-docs.ts';

export interface DocumentOptions {
  readonly version: string;
  readonly operations: readonly Operation[];
  /** The name of the cookie that holds a sign-in. */
  readonly cookie: string;
  /** Whether one must show a key or be signed in. */
  readonly needsLogin: boolean;
}

/** The security schemes of the API. On a machine's own address without a password, nothing need be shown. */
export function securitySchemes(cookie: string): JsonValue {
  return {
    key: { type: 'http', scheme: 'bearer', description: 'An API key.' },
    login: { type: 'apiKey', in: 'cookie', name: cookie, description: 'The operator’s sign-in, in a browser.' },
  };
}

/** What must be shown, of these. */
export function securityOf(needsLogin: boolean): JsonValue[] {
  return [...(needsLogin ? [] : [{}]), { key: [] }, { login: [] }];
}

/** The server's API as an OpenAPI 3.1 document, made from the table of operations, their docs, and the schemas that requests are read by. */
export function openApiDocument({ version, operations, cookie, needsLogin }: DocumentOptions): JsonValue {
  const schemas = createComponentSchemas();
  const paths: Record<string, Record<string, JsonValue>> = {};
  for (const operation of operations) {
    const doc = operationDocs[`${operation.method} ${operation.path}` as `GET /${string}`]; // boundary: the key's own form
    if (doc === undefined) continue;
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [operation.method.toLowerCase()]: describeOperation(operation, doc, schemas),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jacquard',
      version,
      description:
        'Every flow is a JSON API. Problems are RFC 9457 documents with a stable `code`; their sentences come in the language of `Accept-Language`.',
    },
    servers: [{ url: '/' }],
    security: securityOf(needsLogin),
    paths,
    components: { schemas: schemas.components(), securitySchemes: securitySchemes(cookie) },
  };
}
