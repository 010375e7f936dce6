import { ActionIcon } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useApp } from '../app/app-context.ts';
import { lazyPart } from '../app/lazy-part.ts';
import { AccountMenu } from './account-menu.tsx';
import { AppMark } from './app-mark.tsx';
import { AppSwitcher } from './app-switcher.tsx';
import { PrintedOn } from './printed-on.tsx';
import classes from './shell.module.css';
import { useShellCommands } from './use-shell-commands.ts';

const loadDrawer = () => import('./sidebar-drawer.tsx');
const SidebarDrawer = lazyPart(loadDrawer, 'SidebarDrawer');

/** Fetches what the frame shows only when it is asked for, so that it is there without a connection. */
export const fetchShellParts = (): Promise<unknown> => loadDrawer();

/** The frame of a page and what goes into it. */
export interface ShellProps {
  children: ReactNode;
  /** Navigation of the app: a column on wide screens, a drawer on narrow ones. */
  sidebar?: ReactNode;
  /** What the navigation lists, such as "Conversations". */
  sidebarLabel?: string;
  /** The page's title, in the middle of the header: a text becomes the `h1`, anything else brings its own. */
  heading?: ReactNode;
  /** The page fills the screen and scrolls inside itself, as a chat does. */
  fill?: boolean;
}

/** The frame of every page: skip link, header with app switcher and account menu, navigation, content. */
export function Shell({ children, sidebar, sidebarLabel = 'Navigation', heading, fill = false }: ShellProps) {
  const app = useApp();
  const [path] = useLocation();
  const [drawer, setDrawer] = useState({ open: false, used: false, path });
  const main = useRef<HTMLElement>(null);
  // Choosing something in the drawer leads to another page: the drawer is done then.
  if (drawer.path !== path) setDrawer({ ...drawer, open: false, path });
  useFocusOnNavigation(path, main);
  useShellCommands();
  return (
    <div className={classes.shell} data-fill={fill || undefined} data-sidebar={sidebar ? '' : undefined}>
      <a href="#main" className={classes.skip}>
        Skip to the content
      </a>
      <header className={classes.header}>
        {sidebar !== undefined && (
          <ActionIcon
            className={classes.burger}
            aria-label={`Open ${sidebarLabel.toLowerCase()}`}
            aria-expanded={drawer.open}
            onClick={() => setDrawer({ open: true, used: true, path })}
          >
            <IconMenu2 size={21} stroke={1.6} />
          </ActionIcon>
        )}
        <Link href="/" className={classes.brand}>
          <AppMark title={app.title} accent={app.accent} size="sm" />
          <span data-narrow={heading === undefined ? undefined : 'hidden'}>{app.title}</span>
        </Link>
        {typeof heading === 'string' ? (
          <h1 className={classes.heading}>{heading}</h1>
        ) : (
          <div className={classes.heading}>{heading}</div>
        )}
        <AppSwitcher />
        <AccountMenu />
        <PrintedOn className={classes.printedOn} />
      </header>
      {sidebar !== undefined && (
        <nav className={classes.sidebar} aria-label={sidebarLabel}>
          {sidebar}
        </nav>
      )}
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        {children}
      </main>
      {drawer.used && (
        <Suspense>
          <SidebarDrawer
            label={sidebarLabel}
            opened={drawer.open}
            onClose={() => setDrawer({ ...drawer, open: false })}
          >
            {sidebar}
          </SidebarDrawer>
        </Suspense>
      )}
    </div>
  );
}

/** A new page starts at its top for screen readers too, unless something on it asked for the focus. */
function useFocusOnNavigation(path: string, main: React.RefObject<HTMLElement | null>): void {
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    const focused = document.activeElement;
    if (!focused || focused === document.body) main.current?.focus({ preventScroll: true });
  }, [path, main]);
}
