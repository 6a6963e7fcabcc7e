export { createNodeRegistry } from '../node-registry.ts';
export { exportFlow, type CodeExportContext } from './export-flow.ts';
export { packageVersions } from './package-versions.ts';
