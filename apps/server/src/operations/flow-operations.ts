import { operations } from './operation.ts';

const v1 = '/api/v1';
const ofFlow = { action: 'read', flow: 'id' } as const;
const change = { action: 'edit', flow: 'id' } as const;

/** Documents, their versions, and what the canvas keeps beside them. */
export const flowOperations = operations('canvas', {
  [`GET ${v1}/node-types`]: { action: 'read' },
  [`GET ${v1}/flow.schema.json`]: { action: 'read' },
  [`GET ${v1}/flows`]: { action: 'read' },
  [`POST ${v1}/flows`]: 'operator',
  [`POST ${v1}/flows/check`]: { action: 'read' },
  [`GET ${v1}/flows/:id`]: ofFlow,
  [`PUT ${v1}/flows/:id`]: change,
  [`DELETE ${v1}/flows/:id`]: 'operator',
  [`GET ${v1}/flows/:id/reach`]: 'operator',
  [`POST ${v1}/flows/:id/consent`]: 'operator',
  [`GET ${v1}/flows/:id/bundle`]: 'operator',
  [`GET ${v1}/flows/:id/code`]: ofFlow,
  [`POST ${v1}/bundles`]: 'operator',
  [`GET ${v1}/flows/:id/files`]: 'operator',
  [`POST ${v1}/flows/:id/files`]: 'operator',
  [`GET ${v1}/flows/:id/files/:sha256`]: 'operator',
  [`GET ${v1}/flows/:id/pins`]: 'operator',
  [`DELETE ${v1}/flows/:id/pins`]: 'operator',
  [`GET ${v1}/flows/:id/pins/:node`]: 'operator',
  [`PUT ${v1}/flows/:id/pins/:node`]: 'operator',
  [`DELETE ${v1}/flows/:id/pins/:node`]: 'operator',
  [`GET ${v1}/flows/:id/versions`]: ofFlow,
  [`POST ${v1}/flows/:id/versions`]: change,
  [`GET ${v1}/flows/:id/versions/:number`]: ofFlow,
  [`PATCH ${v1}/flows/:id/versions/:number`]: change,
  [`DELETE ${v1}/flows/:id/versions/:number`]: 'operator',
  [`POST ${v1}/flows/:id/versions/:number/restore`]: change,
  [`GET ${v1}/flows/:id/publications`]: ofFlow,
  [`POST ${v1}/flows/:id/publications`]: change,
  [`POST ${v1}/flows/:id/publications/preview`]: ofFlow,
  [`DELETE ${v1}/flows/:id/publications/:number`]: change,
  [`PUT ${v1}/flows/:id/labels/:label`]: change,
  [`DELETE ${v1}/flows/:id/labels/:label`]: change,
});
