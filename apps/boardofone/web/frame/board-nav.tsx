import { Link, useLocation } from 'wouter';
import classes from './board-nav.module.css';

const pages = [
  { path: '/', title: 'Decisions' },
  { path: '/personas', title: 'Personas' },
  { path: '/outcomes', title: 'What came of it' },
  { path: '/costs', title: 'Costs' },
  { path: '/notices', title: 'Notices' },
  { path: '/plan', title: 'Plan' },
];

/** The way between the pages that belong to no single decision; it stands on those alone. */
export function BoardNav() {
  const [location] = useLocation();
  if (!pages.some(({ path }) => path === location)) return null;
  return (
    <nav aria-label="Board of One" className={classes.nav}>
      <ul>
        {pages.map(({ path, title }) => (
          <li key={path}>
            <Link href={path} aria-current={path === location ? 'page' : undefined}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
