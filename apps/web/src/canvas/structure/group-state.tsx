import type { ViewGroup } from '@jacquard/canvas';
import { useTexts } from '../../i18n/i18n.ts';
import cardStyles from '../nodes/node-card.module.css';
import { useGroupState } from './use-group-state.ts';

/** Whether something in a group runs or has failed. */
export function GroupState({ group }: { readonly group: ViewGroup }): React.ReactElement | null {
  const { t } = useTexts();
  const state = useGroupState(group);
  if (state === undefined) return null;
  return (
    <span className={cardStyles.state} data-status={state}>
      <span className={cardStyles.dot} />
      {t(`structure.state-${state}`)}
    </span>
  );
}
