import type { ReactNode } from 'react';
import classes from './bars.module.css';

interface Bar {
  key: string;
  label: string;
  value: number;
  /** The value as it is written beside the label. */
  figure: ReactNode;
  /** Which bars stand out; all are alike where nothing is said. */
  emphasis?: 'strong' | 'faint';
}

interface BarsProps {
  title: string;
  bars: readonly Bar[];
  /** Whether a long label takes several lines, or ends in an ellipsis. */
  labels?: 'wrapped' | 'cut';
}

/** Figures as bars under each other, the highest as wide as there is room; a table below says the same. */
export function Bars({ title, bars, labels = 'wrapped' }: BarsProps) {
  const highest = Math.max(1e-9, ...bars.map(({ value }) => value));
  return (
    <div className={classes.bars} role="img" aria-label={`${title}. The table below has the same figures.`}>
      {bars.map(({ key, label, value, figure, emphasis }) => (
        <div key={key} className={classes.bar} data-emphasis={emphasis}>
          <span className={labels === 'cut' ? classes.cut : undefined} dir="auto">
            {label}
          </span>
          <span className={classes.figure}>{figure}</span>
          <span className={classes.track}>
            <span style={{ inlineSize: `${(value / highest) * 100}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
}
