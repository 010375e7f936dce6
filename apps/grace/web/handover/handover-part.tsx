import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './handover.module.css';

interface HandoverPartProps<Item> {
  title: string;
  /** NULL where the grant does not include it. */
  items: readonly Item[] | null;
  children: (item: Item) => ReactNode;
}

/** One kind of news, left out while there is none. */
export function HandoverPart<Item>({ title, items, children }: HandoverPartProps<Item>) {
  const id = useId();
  if (!items || items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="sm">
        {title}
      </Title>
      <ul className={classes.list}>{items.map(children)}</ul>
    </section>
  );
}
