import classes from './care-nav.module.css';
import { NavLink } from './nav-link.tsx';
import { useNavGroups } from './use-nav-groups.ts';

/** The pages about one person. */
export function CareNav({ profileId }: { profileId: string }) {
  const groups = useNavGroups(profileId);
  return (
    <div className={classes.nav}>
      {groups.map(({ label, entries }) => (
        <div key={label}>
          <h2 className={classes.label}>{label}</h2>
          <ul className={classes.list}>
            {entries.map((entry) => (
              <li key={entry.to}>
                <NavLink profileId={profileId} entry={entry} className={classes.link} size={22} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
