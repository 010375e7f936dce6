import { useEffect } from 'react';
import { useApp } from './app-context.ts';

/** Names the page in the browser's tab; never with anything that a person wrote, which would end up in its history. */
export function usePageTitle(title: string): void {
  const app = useApp();
  useEffect(() => {
    document.title = `${title} · ${app.title}`;
  }, [title, app.title]);
}
