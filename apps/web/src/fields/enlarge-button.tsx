import { ActionIcon, Tooltip } from '@mantine/core';
import type { InputPort } from '@jacquard/flow';
import { Maximize2 } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { closeEnlarged, enlargeField, useEnlarged } from './enlarged-store.ts';
import { isLong } from './text-field.tsx';

interface EnlargeButtonProps {
  readonly node: string;
  readonly name: string;
  readonly port: InputPort;
}

const large: ReadonlySet<string> = new Set(['json', 'json-schema', 'table']);

/** Opens a prompt, JSON or a table in a large panel over the canvas. */
export function EnlargeButton({ node, name, port }: EnlargeButtonProps): React.ReactElement | null {
  const { t, language } = useTexts();
  const isOpen = useEnlarged(({ field }) => field?.node === node && field.name === name);
  const isLarge = isLong(port) || large.has(port.field ?? '') || ['json', 'table'].includes(port.kind.kind);
  if (!isLarge || port.secret === true) return null;
  const label = t('editing.enlarge', { name: port.label[language] });
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={label}
        aria-expanded={isOpen}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && isOpen) closeEnlarged();
        }}
        onClick={(event) => (isOpen ? closeEnlarged() : enlargeField({ node, name }, event.currentTarget))}
      >
        <Maximize2 size={14} />
      </ActionIcon>
    </Tooltip>
  );
}
