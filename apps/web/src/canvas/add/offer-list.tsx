import { useState } from 'react';
import { familyOf } from '../nodes/family-tint.ts';
import { NodeIcon } from '../nodes/node-icon.tsx';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import { addAskedNode } from '../actions/add-node.ts';
import { useMiddle } from '../use-middle.ts';
import { useAdding, type AskedNode } from './add-store.ts';
import styles from './add.module.css';
import { offersFor, type Offer } from './offers.ts';
import { SearchField } from './search-field.tsx';

/** Node types to add: searched by typing, chosen by arrows and Enter, by a click, or dragged onto the canvas. */
export function OfferList({ asked }: { readonly asked: AskedNode }): React.ReactElement {
  const { t, language } = useTexts();
  const middle = useMiddle();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const offers = offersFor(asked, query, language);
  const chosen = offers[Math.min(active, offers.length - 1)];
  const add = (offer: Offer | undefined): void => {
    if (!offer) return;
    addAskedNode(offer, asked, middle());
    useAdding.setState({ asked: undefined });
  };
  const steer = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setActive((Math.min(active, offers.length - 1) + step + offers.length) % Math.max(1, offers.length));
    }
    if (event.key === 'Enter') add(chosen);
    if (event.key === 'Escape') useAdding.setState({ asked: undefined });
  };
  return (
    <>
      <SearchField
        value={query}
        activeId={chosen && `offer-${chosen.descriptor.type}`}
        onChange={(value) => {
          setQuery(value);
          setActive(0);
        }}
        onKeyDown={steer}
      />
      <div id="node-offers" className={styles.offers} role="listbox" aria-label={t('canvas.add')}>
        {offers.length === 0 && <p className={styles.none}>{t('canvas.add-none')}</p>}
        {offers.map((offer, index) => (
          <OfferRow
            key={offer.descriptor.type}
            offer={offer}
            heading={headingOf(offers, index, query !== '' || asked.loose !== undefined, t)}
            isActive={offer === chosen}
            onChoose={() => add(offer)}
          />
        ))}
      </div>
    </>
  );
}

/** In the whole list the first of each family stands under its name. */
function headingOf(offers: readonly Offer[], index: number, isSearched: boolean, t: Translate): string | undefined {
  const family = familyOf(offers[index]?.descriptor.type ?? '');
  const before = offers[index - 1];
  if (isSearched || (before && familyOf(before.descriptor.type) === family)) return undefined;
  return familyName(family, t);
}

function familyName(family: string, t: Translate): string {
  switch (family) {
    case 'io':
      return t('canvas.family-io');
    case 'prompts':
      return t('canvas.family-prompts');
    case 'models':
      return t('canvas.family-models');
    case 'control':
      return t('canvas.family-control');
    case 'data':
      return t('canvas.family-data');
    case 'memory':
      return t('canvas.family-memory');
    default:
      return family;
  }
}

interface OfferRowProps {
  readonly offer: Offer;
  readonly heading: string | undefined;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

function OfferRow({ offer: { descriptor }, heading, isActive, onChoose }: OfferRowProps): React.ReactElement {
  const { language } = useTexts();
  return (
    <>
      {heading && <div className={styles.heading}>{heading}</div>}
      <div
        id={`offer-${descriptor.type}`}
        role="option"
        aria-selected={isActive}
        tabIndex={-1}
        className={styles.offer}
        draggable
        ref={(row) => {
          if (isActive) row?.scrollIntoView({ block: 'nearest' });
        }}
        onDragStart={(event) => {
          event.dataTransfer.setData('application/x-jacquard-node', descriptor.type);
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onClick={onChoose}
      >
        <NodeIcon type={descriptor.type} icon={descriptor.icon} />
        <span>
          <b>{descriptor.title[language]}</b>
          <small>{descriptor.summary[language]}</small>
        </span>
      </div>
    </>
  );
}
