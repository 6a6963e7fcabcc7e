const tints: Readonly<Record<string, string>> = {
  io: 'var(--kind-number)',
  prompts: 'var(--kind-text)',
  models: 'var(--kind-model)',
  control: 'var(--kind-memory)',
  retrieval: 'var(--kind-knowledge)',
  data: 'var(--kind-documents)',
  memory: 'var(--kind-tool)',
  reasoning: 'var(--kind-json)',
  tools: 'var(--kind-table)',
};

/** The family of a node type: `models` of `models.chat`. */
export function familyOf(type: string): string {
  return type.split('.')[0] ?? type;
}

/** The colour behind the icons of a family. */
export function familyTint(type: string): string {
  return tints[familyOf(type)] ?? 'var(--kind-number)';
}
