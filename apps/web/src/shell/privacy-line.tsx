import { Tooltip } from '@mantine/core';
import { flowReach, nodesById } from '@jacquard/flow';
import { useMemo } from 'react';
import { baseOfNode } from '../canvas/drop/bases-of-flow.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useKnowledgeBases } from '../knowledge/use-knowledge.ts';
import { useEditor } from '../state/editor-store.ts';
import { knownFlows } from '../state/known-flows.ts';
import styles from './flow-page.module.css';

/** Where the flow's knowledge bases send texts for their meaning, and which nodes name them. */
function useEmbeddingsPlaces(): { readonly places: readonly string[]; readonly nodes: readonly string[] } {
  const document = useEditor(({ history }) => history?.document);
  const descriptors = useEditor((state) => state.descriptors);
  const { data } = useKnowledgeBases();
  const remote = new Map(
    data?.bases.filter(({ embeddings }) => embeddings.location !== 'local').map((base) => [base.id, base]),
  );
  const naming = document
    ? [...nodesById(document).values()].filter(({ node }) => remote.has(baseOfNode(node, descriptors) ?? ''))
    : [];
  return {
    places: [
      ...new Set(naming.map(({ node }) => remote.get(baseOfNode(node, descriptors) ?? '')?.embeddings.location)),
    ].filter((place) => place !== undefined),
    nodes: naming.map(({ id }) => id),
  };
}

/** What leaves the machine when this flow runs: always in sight. */
export function PrivacyLine(): React.ReactElement {
  const { t, language } = useTexts();
  const document = useEditor(({ history }) => history?.document);
  const descriptors = useEditor((state) => state.descriptors);
  const addresses = useMemo(
    () =>
      document
        ? flowReach(document, descriptors, { flow: knownFlows.documentOf }).filter(({ kind }) => kind === 'address')
        : [],
    [document, descriptors],
  );
  const embeddings = useEmbeddingsPlaces();
  if ((addresses.length === 0 && embeddings.places.length === 0) || !document) {
    return (
      <Tooltip label={t('shell.stays-hint')}>
        <span className={styles.privacy}>{t('shell.stays')}</span>
      </Tooltip>
    );
  }
  const nodes = nodesById(document);
  const places = addresses.map(({ name }) =>
    name === '*' ? t('shell.any-address') : descriptors.has(name) ? t('shell.provider-address') : name,
  );
  const titles = [...addresses.flatMap((reach) => reach.nodes), ...embeddings.nodes]
    .map((id) => nodes.get(id)?.node)
    .map((node) => node?.title ?? (node && descriptors.get(node.type)?.title[language]) ?? '');
  return (
    <Tooltip label={t('shell.sends-hint', { nodes: titles.join(', ') })}>
      <span className={styles.privacy} data-sends="true">
        {t('shell.sends', { places: [...new Set([...places, ...embeddings.places])].join(', ') })}
      </span>
    </Tooltip>
  );
}
