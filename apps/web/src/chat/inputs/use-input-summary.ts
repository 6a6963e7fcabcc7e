import { fileValueSchema, type FlowPort, type JsonValue } from '@jacquard/flow';
import { useTexts } from '../../i18n/i18n.ts';
import { useEditor } from '../../state/editor-store.ts';
import { useFlowInputs } from '../../state/flow-inputs-store.ts';
import { portLabel } from '../port-label.ts';
import { baseName } from './base-name.ts';

/** The inputs and what stands in them, in one line. */
export function useInputSummary(ports: readonly FlowPort[]): string {
  const { language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  const values = useFlowInputs((state) => state.values);
  return ports
    .map((port) => {
      const label = portLabel(port, descriptors, language);
      const short = shortValue(port, values[port.id] ?? port.default);
      if (short === '') return label;
      return language === 'fr' ? `${label}\u00A0: ${short}` : `${label}: ${short}`;
    })
    .join(' · ');
}

function shortValue({ defaultFrom }: FlowPort, value: JsonValue | undefined): string {
  if (value === undefined) {
    if (!defaultFrom) return '';
    return 'file' in defaultFrom ? baseName(defaultFrom.name ?? defaultFrom.file) : defaultFrom.setting;
  }
  if (typeof value === 'object') return fileValueSchema.safeParse(value).data?.name ?? '…';
  return String(value).slice(0, 40);
}
