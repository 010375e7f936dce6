import { useEffect } from 'react';

const forms = new Set<symbol>();

/** Whether something was typed on this page that is not saved anywhere. */
export const hasUnsaved = (): boolean => forms.size > 0;

/** Tells the person switcher and the browser that leaving would lose what was typed here. */
export function useUnsaved(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const form = Symbol('form');
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    forms.add(form);
    window.addEventListener('beforeunload', ask);
    return () => {
      forms.delete(form);
      window.removeEventListener('beforeunload', ask);
    };
  }, [isDirty]);
}
