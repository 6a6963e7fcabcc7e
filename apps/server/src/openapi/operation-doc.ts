import type { z } from 'zod';
import type { Method } from '../operations/operation.ts';

/** The parts of the reference page. */
export type DocTag =
  | 'Calling flows'
  | 'Runs'
  | 'Conversations and files'
  | 'Flows'
  | 'Versions'
  | 'Flow tests'
  | 'Models'
  | 'Knowledge bases'
  | 'Access'
  | 'Server'
  | 'OpenAI'
  | 'MCP';

/** What an answer holds: JSON of a schema, nothing, or bytes and texts of other types. */
export type DocAnswer =
  | z.ZodType
  | 'nothing'
  | { readonly says?: string; readonly content: Readonly<Record<string, z.ZodType | 'text' | 'bytes'>> };

/** A value of the query or a header. */
export interface DocParameter {
  readonly says: string;
  readonly schema: z.ZodType;
  readonly required?: true;
}

/** What an operation does, takes and answers. What all operations share (rights, wrong requests) is added. */
export interface OperationDoc {
  readonly tag: DocTag;
  /** One line: what it does. */
  readonly summary: string;
  readonly description?: string;
  readonly query?: Readonly<Record<string, DocParameter>>;
  readonly headers?: Readonly<Record<string, DocParameter>>;
  /** A JSON body; `file`: a form with one file; `call`: JSON, or a form with files. */
  readonly body?: z.ZodType | 'file' | { readonly call: z.ZodType };
  /** It may be left out. */
  readonly isBodyOptional?: true;
  readonly answers: Readonly<Record<number, DocAnswer>>;
  /** Statuses of problems beside those that every such operation may answer. */
  readonly problems?: readonly number[];
  /** Problems are in OpenAI's form. */
  readonly isOpenAi?: true;
}

/** Docs by method and path, as the table of operations names them. */
export type OperationDocs = Readonly<Record<`${Method} /${string}`, OperationDoc>>;

/** Docs of one part. */
export function docsOf(
  tag: DocTag,
  docs: Readonly<Record<`${Method} /${string}`, Omit<OperationDoc, 'tag'>>>,
): OperationDocs {
  return Object.fromEntries(Object.entries(docs).map(([key, doc]) => [key, { tag, ...doc }]));
}
