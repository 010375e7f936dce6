import { AppMark } from '@commons/ui';
import { Button, Group, Title } from '@mantine/core';
import { Link } from 'wouter';
import { AppCards } from '../launcher/app-cards.tsx';
import classes from './welcome.module.css';

/** The first page for signed-out visitors: what this is, what it offers, how to get in. */
export function Welcome() {
  return (
    <>
      <header className={classes.header}>
        <span className={classes.brand}>
          <AppMark title="Commons" accent="pine" />
          Commons
        </span>
        <Button component={Link} href="/sign-in" variant="subtle">
          Sign in
        </Button>
      </header>
      <main className={classes.page}>
        <section className={classes.hero}>
          <Title order={1} className={classes.title}>
            Apps that share one home, and keep your things yours
          </Title>
          <p className={classes.lead}>
            One account for every app. Each row of what you write belongs to you, and the database itself
            holds everybody else off.
          </p>
          <Group gap="sm">
            <Button component={Link} href="/sign-up">
              Create an account
            </Button>
            <Button component={Link} href="/sign-in" variant="default">
              Sign in
            </Button>
          </Group>
        </section>
        <section aria-labelledby="apps">
          <Title order={2} id="apps" className={classes.appsTitle}>
            What is here
          </Title>
          <AppCards />
        </section>
      </main>
    </>
  );
}
