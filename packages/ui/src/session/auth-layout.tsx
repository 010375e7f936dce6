import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useApp } from '../app/app-context.ts';
import { AppMark } from '../shell/app-mark.tsx';
import classes from './auth.module.css';

interface AuthLayoutProps {
  title: string;
  children: ReactNode;
  /** The way to the other forms. */
  footer?: ReactNode;
}

/** The quiet page around every form of the sign-in. */
export function AuthLayout({ title, children, footer }: AuthLayoutProps) {
  const app = useApp();
  useEffect(() => {
    document.title = `${title} · ${app.title}`;
    return () => {
      document.title = app.title;
    };
  }, [title, app.title]);
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <header className={classes.brand}>
          <AppMark title={app.title} accent={app.accent} size="lg" />
          <span>{app.title}</span>
        </header>
        <Title order={1} className={classes.title}>
          {title}
        </Title>
        {children}
        {footer !== undefined && <footer className={classes.footer}>{footer}</footer>}
      </div>
    </main>
  );
}
