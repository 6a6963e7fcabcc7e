export { openQuickKnowledge } from './open-quick-knowledge.ts';
