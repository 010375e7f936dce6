import { useDraft } from '@commons/ui';
import { Button } from '@mantine/core';
import { IconMicrophone } from '@tabler/icons-react';
import { useDictation } from './use-dictation.ts';

/** Speaks instead of writing, into the same field; only where the browser can listen. */
export function DictateButton({ draftKey }: { draftKey: string }) {
  const [draft, setDraft] = useDraft(draftKey);
  const dictation = useDictation((said) => setDraft({ text: [draft.text, said].filter(Boolean).join(' ') }));
  if (!dictation) return null;
  return (
    <Button
      variant={dictation.listening ? 'filled' : 'default'}
      size="md"
      aria-pressed={dictation.listening}
      leftSection={<IconMicrophone size={22} aria-hidden="true" />}
      onClick={dictation.toggle}
    >
      {dictation.listening ? 'I am listening' : 'Speak'}
    </Button>
  );
}
