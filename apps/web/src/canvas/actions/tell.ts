import { notifications } from '@mantine/notifications';
import type { Refusal } from '@jacquard/canvas';
import i18next from 'i18next';
import { problemSentence } from '../../api/problem-text.ts';
import { currentLanguage, type Translate } from '../../i18n/i18n.ts';

/** The texts of the page, outside of components. */
export const translate: Translate = (key, params) => i18next.t(key, params ?? {});

/** Says in a notice what was done, or why nothing was. It goes away by itself. */
export function tell(title: string, message: string, isRefusal = false): void {
  notifications.show({
    ...(isRefusal && { color: 'red' }),
    title,
    message,
    closeButtonProps: { 'aria-label': translate('shell.close') },
  });
}

/** Says why a wire can't be drawn. */
export function tellRefused({ code, params }: Pick<Refusal, 'code' | 'params'>): void {
  tell(translate('canvas.refused'), problemSentence({ code, params }, currentLanguage()), true);
}
