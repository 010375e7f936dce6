import type { ReactNode } from 'react';
import classes from './markdown.module.css';

/** A table that scrolls inside itself instead of widening the page. */
export function ScrollingTable({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable with the keyboard.
    <section className={classes.table} tabIndex={0} aria-label="Table">
      <table>{children}</table>
    </section>
  );
}
