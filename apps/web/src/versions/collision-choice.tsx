import { choiceKey, readNote, usualSide, type Collision, type MergeChoices, type Side } from '@jacquard/canvas';
import { nodesById, type FlowDocument } from '@jacquard/flow';
import { nodeTitle } from '../bottom/node-title.ts';
import styles from './merge-dialog.module.css';
import { partLabel, type DifferenceWords } from './part-label.ts';
import { partText } from './part-text.ts';
import { SideChoice } from './side-choice.tsx';

/** The states that meet. */
interface MeetingStates {
  readonly base: FlowDocument;
  readonly mine: FlowDocument;
  readonly theirs: FlowDocument;
}

interface CollisionChoiceProps {
  readonly collision: Collision;
  readonly states: MeetingStates;
  readonly choices: MergeChoices;
  readonly words: DifferenceWords;
  readonly onChange: (key: string, side: Side) => void;
}

/** One node, note or group, or the flow, where two states collide: part by part, or as a whole where one side deleted it. */
export function CollisionChoice({
  collision,
  states,
  choices,
  words,
  onChange,
}: CollisionChoiceProps): React.ReactElement {
  const { t } = words;
  const { deletedBy, parts } = collision;
  const title = titleOf(collision, states, words);
  const type =
    nodesById(states.theirs).get(collision.id)?.node.type ?? nodesById(states.mine).get(collision.id)?.node.type;
  const whole = choiceKey(collision);
  return (
    <section className={styles.collision} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {deletedBy && (
        <SideChoice
          name={whole}
          label={title}
          side={choices[whole] ?? usualSide(collision)}
          mine={{ label: t(deletedBy === 'mine' ? 'versions.delete-mine' : 'versions.keep-mine') }}
          theirs={{ label: t(deletedBy === 'theirs' ? 'versions.delete-theirs' : 'versions.keep-theirs') }}
          onChange={(side) => onChange(whole, side)}
        />
      )}
      {parts.map(({ part, mine, theirs }) => {
        const key = choiceKey(collision, part);
        return (
          <SideChoice
            key={key}
            name={key}
            label={partLabel(part, type, words)}
            isLabelShown
            side={choices[key] ?? 'mine'}
            mine={{ label: t('versions.mine'), text: partText(part, mine, states.mine, words) }}
            theirs={{ label: t('versions.theirs'), text: partText(part, theirs, states.theirs, words) }}
            onChange={(side) => onChange(key, side)}
          />
        );
      })}
    </section>
  );
}

function titleOf({ of, id }: Collision, { base, mine, theirs }: MeetingStates, words: DifferenceWords): string {
  const { t, descriptors, language } = words;
  if (of === 'flow') return t('versions.whole-flow');
  const all = [mine, theirs, base];
  if (of === 'note') {
    const note = all.map(({ layout }) => layout?.notes?.[id]).find((one) => one !== undefined);
    return `${t('versions.note-item')}: ${note ? readNote(note.text).split('\n')[0]?.slice(0, 60) : id}`;
  }
  if (of === 'group') {
    const group = all.map(({ layout }) => layout?.groups?.[id]).find((one) => one !== undefined);
    return t('versions.group-item', { name: group?.title ?? id });
  }
  const holder = all.find((document) => nodesById(document).has(id));
  return nodeTitle(id, holder, descriptors, language);
}
