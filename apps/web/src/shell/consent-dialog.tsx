import { Button, Group, List, Modal, Text } from '@mantine/core';
import type { Reach } from '@jacquard/protocol';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { queryKeys } from '../api/queries.ts';
import { useTexts, type Translate } from '../i18n/i18n.ts';
import { useConsent } from '../state/consent-store.ts';
import { nameNodes } from './run-words.ts';

function reachText({ kind, name }: Reach, t: Translate, defaultModel: string | undefined): string {
  switch (kind) {
    case 'model':
      return t('shell.consent-model', { name: name === 'default' && defaultModel ? defaultModel : name });
    case 'address':
      return t('shell.consent-address', { name: name === '*' ? t('shell.any-address') : name });
    case 'knowledge':
      return t('shell.consent-knowledge', { name: name === '*' ? t('shell.any-knowledge') : name });
    case 'file':
      return t('shell.consent-file', { name });
    default:
      return t('shell.consent-secret', { name });
  }
}

/** Before an imported flow first runs: what it would use that nobody has agreed to yet, which nodes use it, and the question. */
export function ConsentDialog(): React.ReactElement {
  const { t, language } = useTexts();
  const asked = useConsent((state) => state.asked);
  const models = useQuery({ queryKey: queryKeys.models, queryFn: api.models, enabled: asked !== undefined });
  const defaultModel = models.data?.models.find(({ isDefault }) => isDefault)?.name;
  return (
    <Modal opened={asked !== undefined} onClose={() => asked?.answer(false)} title={t('shell.consent-title')}>
      <Text mb="sm">{t('shell.consent-text')}</Text>
      <List mb="lg" spacing={4}>
        {asked?.reaches
          .filter(({ agreed }) => !agreed)
          .map((reach) => (
            <List.Item key={`${reach.kind}:${reach.name}`}>
              {reachText(reach, t, defaultModel)}
              <Text size="xs" c="var(--ink-2)">
                {t('pins.used-by', { nodes: nameNodes(reach.nodes, t, language) })}
              </Text>
            </List.Item>
          ))}
      </List>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => asked?.answer(false)}>
          {t('shell.consent-no')}
        </Button>
        <Button onClick={() => asked?.answer(true)}>{t('shell.consent-yes')}</Button>
      </Group>
    </Modal>
  );
}
