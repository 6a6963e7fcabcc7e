import { askEarly } from './api/early-answers.ts';

// The flow in the address and the node types are on their way before the page's own code has come.
const flow = /^\/flows\/[^/]+$/.exec(location.pathname)?.[0];
askEarly(['/node-types', ...(flow === undefined ? [] : [flow])]);
void import('./main.tsx');
