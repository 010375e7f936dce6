import { useApp } from '@commons/ui';
import { useEffect } from 'react';

/** Names the page in the browser's tab; never with anything that a person wrote, which would end up in its history. */
export function usePageTitle(title: string): void {
  const app = useApp();
  useEffect(() => {
    document.title = `${title} · ${app.title}`;
  }, [title, app.title]);
}
