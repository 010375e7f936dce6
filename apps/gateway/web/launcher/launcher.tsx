import { useSession } from '@commons/ui';
import { Title } from '@mantine/core';
import { AppCards } from './app-cards.tsx';
import classes from './launcher.module.css';

/** The first page after signing in: one card per app. */
export function Launcher() {
  const { user } = useSession();
  const firstName = user.name.trim().split(/\s+/)[0];
  return (
    <div className={classes.page}>
      <Title order={1}>Hello, {firstName}</Title>
      <p className={classes.lead}>Where would you like to go?</p>
      <AppCards />
    </div>
  );
}
