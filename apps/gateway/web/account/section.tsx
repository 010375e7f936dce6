import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './account.module.css';

interface SectionProps {
  id: string;
  title: string;
  about: string;
  children: ReactNode;
}

/** One subject of the account page: what it is on the left, its form on the right. */
export function Section({ id, title, about, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className={classes.section}>
      <div>
        <Title order={2} id={id} className={classes.title}>
          {title}
        </Title>
        <p className={classes.lead}>{about}</p>
      </div>
      <div className={classes.form}>{children}</div>
    </section>
  );
}
