import { useState } from 'react';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import { useKnowledgeBases } from '../../knowledge/use-knowledge.ts';
import { addAskedNode } from '../actions/add-node.ts';
import { familyOf } from '../nodes/family-tint.ts';
import { NodeIcon } from '../nodes/node-icon.tsx';
import { titleOf } from '../ports/port-names.ts';
import { useMiddle } from '../use-middle.ts';
import { closeOffers, type AskedNode } from './add-store.ts';
import { ChoiceList } from './choice-list.tsx';
import { familyName } from './family-name.ts';
import { offersFor, type Offer } from './offers.ts';

/** The format in which a node type is dragged out of the list. */
export const nodeFormat = 'application/x-jacquard-node';

interface OfferListProps {
  readonly asked: AskedNode;
  /** Closed without choosing: the focus goes back. */
  readonly onLeave: () => void;
}

/** Node types to add: searched by typing, chosen by arrows and Enter, by a click, or dragged onto the canvas. */
export function OfferList({ asked, onLeave }: OfferListProps): React.ReactElement {
  const { t, language } = useTexts();
  const middle = useMiddle();
  useKnowledgeBases();
  const [query, setQuery] = useState('');
  const offers = offersFor(asked, query, language);
  const isWhole = query.trim() === '' && !asked.loose && asked.wire === undefined && asked.replace === undefined;
  const add = (offer: Offer | undefined): void => {
    if (!offer) return;
    const place = middle();
    closeOffers();
    addAskedNode(offer, asked, place);
  };
  return (
    <ChoiceList
      rows={offers.map((offer, index) => ({
        key: `${offer.isNext === true ? 'next ' : ''}${offer.descriptor.type}`,
        heading: isWhole ? headingOf(offers, index, asked, t) : index === 0 ? purposeOf(asked, t) : undefined,
        icon: <NodeIcon type={offer.descriptor.type} icon={offer.descriptor.icon} />,
        title: offer.descriptor.title[language],
        detail: offer.descriptor.summary[language],
        ...(asked.replace === undefined && { drag: { format: nodeFormat, data: offer.descriptor.type } }),
      }))}
      query={query}
      label={t('canvas.add')}
      searchLabel={t('canvas.add-search')}
      noneText={t(query === '' ? 'build.add-none-fits' : 'canvas.add-none')}
      onQuery={setQuery}
      onChoose={(index) => add(offers[index])}
      onClose={onLeave}
    />
  );
}

/** Above a list that is for something: what for. */
function purposeOf({ loose, wire, replace, near }: AskedNode, t: Translate): string | undefined {
  if (replace !== undefined) return t('build.replace-title', { name: titleOf(replace) });
  if (wire !== undefined) return t('build.insert-title');
  if (loose) return t('build.connect-title', { name: titleOf(loose.node) });
  return near === undefined ? undefined : t('build.next-title', { name: titleOf(near) });
}

/** In the whole list the first of each family stands under its name. */
function headingOf(offers: readonly Offer[], index: number, asked: AskedNode, t: Translate): string | undefined {
  const [offer, before] = [offers[index], offers[index - 1]];
  if (!offer) return undefined;
  if (offer.isNext === true) return index === 0 ? purposeOf(asked, t) : undefined;
  const family = familyOf(offer.descriptor.type);
  if (before && before.isNext !== true && familyOf(before.descriptor.type) === family) return undefined;
  return familyName(family, t);
}
