import type { Profile } from '../client.ts';
import { NavLink } from './nav-link.tsx';
import classes from './tab-bar.module.css';
import { useNavGroups } from './use-nav-groups.ts';

/** On plain pages: what to take, with what, and company. */
const plainEntries = new Set(['', 'medications', 'talk']);

/** What is needed every day, within reach of the thumb; the rest is in the navigation. On wide screens it is not there. */
export function TabBar({ profile: { id, isPlain } }: { profile: Profile }) {
  const [everyDay] = useNavGroups(id);
  const entries = everyDay?.entries.filter(({ to }) => !isPlain || plainEntries.has(to)) ?? [];
  if (!everyDay || entries.length < 2) return null;
  return (
    <nav className={classes.bar} aria-label={everyDay.label}>
      {entries.map((entry) => (
        <NavLink key={entry.to} profileId={id} entry={entry} className={classes.tab} isShort size={24} />
      ))}
    </nav>
  );
}
