export { ensureStarterModel } from './ensure-starter-model.ts';
