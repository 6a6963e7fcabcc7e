import { Button } from '@mantine/core';
import { Rocket } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { PublishDialog } from './publish-dialog.tsx';

interface PublishButtonProps {
  readonly flowId: string;
  readonly variant: 'light' | 'default';
  readonly size?: 'xs' | 'sm';
  readonly disabled?: boolean;
}

/** Publishes the flow as it is now, once a person has seen what that changes. */
export function PublishButton({ flowId, size = 'sm', ...look }: PublishButtonProps): React.ReactElement {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        {...look}
        size={size}
        leftSection={<Rocket size={size === 'xs' ? 13 : 14} />}
        onClick={() => setOpen(true)}
      >
        {t('publishing.publish')}
      </Button>
      {isOpen && <PublishDialog flowId={flowId} onClose={() => setOpen(false)} />}
    </>
  );
}
