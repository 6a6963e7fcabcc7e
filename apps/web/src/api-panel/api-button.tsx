import { Button } from '@mantine/core';
import { useTexts } from '../i18n/i18n.ts';
import { closeApiPanel, openApiPanel, useApiPanel } from './api-panel-store.ts';

/** Shows how the flow is called from a program, and the canvas again. */
export function ApiButton(): React.ReactElement {
  const { t } = useTexts();
  const isOpen = useApiPanel((state) => state.isOpen);
  return (
    <Button variant="default" size="xs" h={30} aria-pressed={isOpen} onClick={isOpen ? closeApiPanel : openApiPanel}>
      {t('shell.api')}
    </Button>
  );
}
