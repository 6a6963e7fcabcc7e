import { component, defineComponent, text } from '@jacquard/node-kit';

/** A knowledge base: documents that can be searched. */
export const knowledgeBase = defineComponent({
  type: 'retrieval.knowledge-base',
  version: 1,
  title: { en: 'Knowledge base', fr: 'Base documentaire' },
  summary: {
    en: 'Your documents, ready to be searched by words and meaning.',
    fr: 'Vos documents, prêts pour une recherche par les mots et par le sens.',
  },
  documentation: {
    en: 'Names one of your knowledge bases. What was added, changed or deleted since the last run is read before the next one, so an answer never stands on an old version. Wire it to “Search (words and meaning)”. Hint: drop files on this node to add them, and open the knowledge page to see what became of each.',
    fr: 'Désigne l’une de vos bases documentaires. Ce qui a été ajouté, modifié ou supprimé depuis la dernière exécution est lu avant la suivante : une réponse ne repose jamais sur une ancienne version. À relier à « Recherche (mots et sens) ». Astuce : déposez des fichiers sur ce nœud pour les ajouter, et ouvrez la page des bases pour voir ce que chacun est devenu.',
  },
  keywords: { en: 'documents files RAG index vector store sources', fr: 'documents fichiers RAG index sources' },
  icon: 'library',
  inputs: {
    knowledge: text({
      label: { en: 'Knowledge base', fr: 'Base documentaire' },
      field: 'knowledge',
      fieldOnly: true,
    }),
  },
  outputs: { knowledge: component('knowledge-base') },
  reaches: 'nothing',
  example: { inputs: { knowledge: 'handbook' } },
  create: ({ inputs, services, signal }) => services.knowledge.open(inputs.knowledge, signal),
  identify: ({ inputs, services, signal }) => services.knowledge.identify(inputs.knowledge, signal),
});
