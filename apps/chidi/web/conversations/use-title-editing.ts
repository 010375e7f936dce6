import { useRef, useState } from 'react';
import { conversationTitle } from '../../server/conversations/schemas.ts';
import type { ConversationSummary } from '../client.ts';
import type { TitleFormProps } from './title-form.tsx';
import { useRename } from './use-rename.ts';

/** Turns a title into a field and back; the focus goes where it came from, and a failed attempt comes back with its text. */
export function useTitleEditing({ id, title }: Pick<ConversationSummary, 'id' | 'title'>) {
  const rename = useRename();
  const pencil = useRef<HTMLButtonElement>(null);
  const [attempt, setAttempt] = useState<{ title: string; problem: string | null } | null>(null);

  const close = () => {
    setAttempt(null);
    requestAnimationFrame(() => {
      // Whoever clicked somewhere else wants to be there.
      if (document.activeElement === document.body) pencil.current?.focus();
    });
  };
  const save = async (next: string) => {
    const wrong = conversationTitle.safeParse(next).error?.issues[0]?.message;
    if (wrong) return setAttempt({ title: next, problem: wrong });
    close();
    const problem = await rename(id, next, title);
    if (problem) setAttempt({ title: next, problem });
  };

  const editing: TitleFormProps | null = attempt && {
    ...attempt,
    onSave: (next) => void save(next),
    onCancel: close,
  };
  return { editing, pencil, start: () => setAttempt({ title: title ?? '', problem: null }) };
}
