import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/i18n.ts';
import { loadPart } from '../values/load-part.ts';
import { loginQuery } from './login-query.ts';

/** Signs out, where one has signed in. Asked for when the menu opens: nothing of it comes with the page. */
export function SignOutItem(): React.ReactElement | null {
  const { t } = useTexts();
  const { data } = useQuery(loginQuery);
  if (data?.state !== 'signed-in') return null;
  return (
    <Menu.Item onClick={() => void loadPart(() => import('./sign-out.ts')).then(({ signOut }) => signOut())}>
      {t('shell.sign-out')}
    </Menu.Item>
  );
}
