import { Button } from '@mantine/core';
import { Rocket } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { PublishDialog } from '../versions/publishing/publish-dialog.tsx';

interface PublishButtonProps {
  readonly flowId: string;
  /** Nothing is published yet: then this comes first. */
  readonly isFirst: boolean;
}

/** Publishes the flow as it is now, once a person has seen what that changes. */
export function PublishButton({ flowId, isFirst }: PublishButtonProps): React.ReactElement {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant={isFirst ? 'light' : 'default'}
        leftSection={<Rocket size={13} />}
        onClick={() => setOpen(true)}
      >
        {t('publishing.publish')}
      </Button>
      {isOpen && <PublishDialog flowId={flowId} onClose={() => setOpen(false)} />}
    </>
  );
}
