import { z } from 'zod';
import { jsonValueSchema } from '../json.ts';

/** What can change between two interfaces of a flow. Each is a code of `@jacquard/messages`, too. */
export const interfaceChangeCodes = [
  'interface-input-removed',
  'interface-input-required-added',
  'interface-input-added',
  'interface-input-now-required',
  'interface-input-now-optional',
  'interface-input-kind-changed',
  'interface-input-options-removed',
  'interface-input-bounds-tightened',
  'interface-input-narrowed',
  'interface-input-widened',
  'interface-input-default-changed',
  'interface-input-described',
  'interface-output-removed',
  'interface-output-added',
  'interface-output-kind-changed',
  'interface-output-widened',
  'interface-output-narrowed',
  'interface-output-described',
  'interface-override-removed',
  'interface-override-added',
  'interface-override-kind-changed',
  'interface-override-narrowed',
  'interface-override-widened',
] as const;

/**
 * A difference between two interfaces, as data. `breaks`: a call that was right, or a program that reads the answer, may go
 * wrong after it. `id` is the input or output, or the override's `node.input`.
 */
export const interfaceChangeSchema = z.object({
  code: z.enum(interfaceChangeCodes),
  side: z.enum(['input', 'output', 'override']),
  id: z.string(),
  breaks: z.boolean(),
  params: z.record(z.string(), jsonValueSchema),
});
export type InterfaceChange = z.infer<typeof interfaceChangeSchema>;
