export { makePdf } from '../reading/testing/make-pdf.ts';
export { makeZip } from '../reading/testing/make-zip.ts';
export { openQuickKnowledge } from './open-quick-knowledge.ts';
