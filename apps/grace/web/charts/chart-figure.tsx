import { Disclosure } from '@commons/ui';
import { Skeleton } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import classes from './chart-figure.module.css';

interface ChartFigureProps {
  /** What the drawing shows, for those who cannot see it. */
  label: string;
  height: number;
  legend?: { look: 'solid' | 'striped' | 'empty'; text: string }[];
  /** The same figures as a table. */
  table: ReactNode;
  /** The drawing, which loads by itself. */
  children: ReactNode;
}

/** A drawing with its legend, and the same figures as a table. */
export function ChartFigure({ label, height, legend = [], table, children }: ChartFigureProps) {
  return (
    <figure className={classes.figure}>
      <div
        className={classes.drawing}
        role="img"
        aria-label={`${label}. The table below has the same figures.`}
      >
        <Suspense fallback={<Skeleton height={height} />}>{children}</Suspense>
      </div>
      {legend.length > 0 && (
        <ul className={classes.legend}>
          {legend.map(({ look, text }) => (
            <li key={text}>
              <span className={`${classes.swatch} ${classes[look]}`} aria-hidden="true" />
              {text}
            </li>
          ))}
        </ul>
      )}
      <Disclosure label="As a table">{table}</Disclosure>
    </figure>
  );
}
