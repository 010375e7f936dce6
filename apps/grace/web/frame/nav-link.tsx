import { Link, useLocation } from 'wouter';
import type { NavEntry } from './nav-entries.ts';

interface NavLinkProps {
  profileId: string;
  entry: NavEntry;
  className: string | undefined;
  /** There is little room; what is left out is for those who hear the page. */
  isShort?: boolean;
  /** Of the icon, in pixels. */
  size: number;
}

/** A link to a page of this person; it says when that page, or one below it, is open. */
export function NavLink({
  profileId,
  entry: { to, label, short, Icon },
  className,
  isShort,
  size,
}: NavLinkProps) {
  const [path] = useLocation();
  const href = `/p/${profileId}/${to}`;
  const isOpen = path === href || `${path}/` === href || (to !== '' && path.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      className={className}
      aria-current={isOpen ? 'page' : undefined}
      aria-label={isShort && short ? label : undefined}
    >
      <Icon size={size} stroke={1.6} aria-hidden="true" />
      <span>{(isShort && short) || label}</span>
    </Link>
  );
}
