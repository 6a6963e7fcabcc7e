import { text } from '@jacquard/node-kit';

/** The words that a flow's inputs and outputs carry for those who fill them in: shown beside the field and in the API. */
export const describeField = {
  label: text({
    label: { en: 'Label', fr: 'Libellé' },
    help: { en: 'What people read beside the field.', fr: 'Ce que l’on lit à côté du champ.' },
    fieldOnly: true,
    optional: true,
    advanced: true,
  }),
  help: text({
    label: { en: 'Help', fr: 'Aide' },
    help: { en: 'A sentence below the field.', fr: 'Une phrase sous le champ.' },
    fieldOnly: true,
    optional: true,
    advanced: true,
  }),
};
