import type { Descriptors, FlowPort, Language } from '@jacquard/flow';

/** What an input or output of a flow is called on the page: its label or name, or that of its node type. */
export function portLabel(port: FlowPort, descriptors: Descriptors, language: Language): string {
  return port.title ?? descriptors.get(port.type)?.title[language] ?? port.id;
}
