import type { DemoLogin } from '@commons/api';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import classes from './auth.module.css';
import { authApi } from './auth-api.ts';

interface DemoLoginsProps {
  onUse: (login: DemoLogin) => void;
  disabled: boolean;
}

/** The people that the app at this path brings, and then those of the site; what other apps' people show is elsewhere. */
function loginsFor(logins: DemoLogin[], path: string): DemoLogin[] {
  const [, first = ''] = path.split('/');
  const of = (name: string | undefined) => logins.filter(({ app }) => app === name);
  return [...of(first), ...of(undefined)];
}

/** The logins of a demo server, one tap each; nothing where there are none. */
export function DemoLogins({ onUse, disabled }: DemoLoginsProps) {
  const { data } = useQuery({ queryKey: ['demo-logins'], queryFn: authApi.demoLogins, staleTime: Infinity });
  const logins = loginsFor(data ?? [], location.pathname);
  if (logins.length === 0) return null;
  return (
    <section aria-labelledby="demo-logins" className={classes.demo}>
      <Text id="demo-logins" component="h2" size="sm" fw={600} lts={0}>
        This is a demo: try it as
      </Text>
      <ul className={classes.demoList}>
        {logins.map((login) => (
          <li key={login.email}>
            <button
              type="button"
              className={classes.demoLogin}
              disabled={disabled}
              onClick={() => onUse(login)}
            >
              <span className={classes.demoName}>{login.name}</span>
              <span className={classes.demoAbout}>{login.about}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
