import { join } from 'node:path';
import { root } from './paths.js';

/** Parameters of every Node that runs the product: the system's certificates count. */
export const nodeParameters = ['--use-system-ca', '--disable-warning=ExperimentalWarning'];

/** The environment besides our own: compiled code is kept, so that the second start is quick. */
export const nodeEnvironment = {
  ...process.env,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'jacquard-compiled'),
};
