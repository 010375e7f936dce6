import type { ReactNode } from 'react';
import classes from './gallery.module.css';

/** A part of the kit under its name. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
