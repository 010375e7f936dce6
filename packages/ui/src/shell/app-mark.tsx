import { type AccentName, accents } from '../theme/accents.ts';
import classes from './app-mark.module.css';

interface AppMarkProps {
  title: string;
  accent: AccentName;
  size?: 'sm' | 'md' | 'lg';
}

/** An app's initial on a tile of its accent; decoration, so screen readers skip it. */
export function AppMark({ title, accent, size = 'md' }: AppMarkProps) {
  const ramp = accents[accent];
  return (
    <span
      aria-hidden="true"
      className={classes.mark}
      data-size={size}
      style={{ background: `linear-gradient(160deg, ${ramp[6]}, ${ramp[8]})` }}
    >
      {title.slice(0, 1)}
    </span>
  );
}
