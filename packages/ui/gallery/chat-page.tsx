import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { ChatLayout } from '../src/chat/chat-layout.tsx';
import { Composer } from '../src/chat/composer.tsx';
import { ModelNotice } from '../src/chat/model-notice.tsx';
import { Transcript } from '../src/chat/transcript.tsx';
import type { TranscriptMessage } from '../src/chat/transcript-message.ts';
import { Shell } from '../src/shell/shell.tsx';
import { DeleteButton } from './dialogs-section.tsx';
import classes from './gallery.module.css';
import { arabicAnswer, sampleAnswer } from './sample-answer.ts';

const createdAt = new Date(Date.now() - 60_000);

const message = (id: number, content: string, more: Partial<TranscriptMessage> = {}): TranscriptMessage => ({
  id: String(id),
  role: id % 2 === 0 ? 'user' : 'assistant',
  content,
  status: 'complete',
  createdAt,
  ...more,
});

const messages = [
  message(0, 'Which terms should I offer to cafés that order every day?'),
  message(1, sampleAnswer, { version: { index: 0, count: 3 } }),
  message(2, 'ما هي الشروط؟'),
  message(3, arabicAnswer),
  message(4, 'And for hotels?'),
  message(5, 'Hotels pay', { status: 'stopped' }),
  message(6, 'And for schools?'),
  message(7, 'Schools', { status: 'interrupted' }),
  message(8, 'And for kiosks?'),
  message(9, '', { status: 'error', error: { code: 'MODEL_UNAVAILABLE', requestId: 'req-0002' } }),
  message(10, 'Go on.'),
  message(11, 'Kiosks take', { status: 'streaming' }),
];

const nothing = () => {};

/** The shell with navigation, and a conversation with messages in every state. */
export function ChatPage() {
  return (
    <Shell
      fill
      heading="Terms for cafés that order every day of the week"
      sidebarLabel="Conversations"
      sidebar={
        <div className={classes.sidebar}>
          <Button fullWidth>New conversation</Button>
          <Link href="/?page=chat">Terms for cafés</Link>
          <DeleteButton />
        </div>
      }
    >
      <ChatLayout
        transcript={
          <Transcript
            label="Conversation: Terms for cafés"
            assistantName="Chidi"
            messages={messages}
            before={<ModelNotice assistantName="Chidi" />}
            onRegenerate={nothing}
            onRetry={nothing}
            onContinue={nothing}
            onEdit={nothing}
            onSelectVersion={nothing}
          />
        }
        composer={<Composer draftKey="gallery" onSend={async () => {}} footer="About: Corner Bakery" />}
      />
    </Shell>
  );
}
