import { NavLink } from './nav-link.tsx';
import classes from './tab-bar.module.css';
import { useNavGroups } from './use-nav-groups.ts';

/** What is needed every day, within reach of the thumb; the rest is in the navigation. On wide screens it is not there. */
export function TabBar({ profileId }: { profileId: string }) {
  const [everyDay] = useNavGroups(profileId);
  if (!everyDay || everyDay.entries.length < 2) return null;
  return (
    <nav className={classes.bar} aria-label={everyDay.label}>
      {everyDay.entries.map((entry) => (
        <NavLink key={entry.to} profileId={profileId} entry={entry} className={classes.tab} size={24} />
      ))}
    </nav>
  );
}
