import { Link, useLocation } from 'wouter';
import classes from './care-nav.module.css';
import { navEntries } from './nav-entries.ts';

/** The pages about one person. */
export function CareNav({ profileId }: { profileId: string }) {
  const [path] = useLocation();
  return (
    <ul className={classes.list}>
      {navEntries.map(({ to, label, Icon }) => {
        const href = `/p/${profileId}/${to}`;
        return (
          <li key={to}>
            <Link href={href} className={classes.link} aria-current={path === href ? 'page' : undefined}>
              <Icon size={22} stroke={1.6} aria-hidden="true" />
              {label}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
