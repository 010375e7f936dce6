import {
  ChatLayout,
  Composer,
  lazyPart,
  ModelNotice,
  Transcript,
  type TranscriptMessage,
  useShortcut,
} from '@commons/ui';
import { Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { maxQuestionLength } from '../../server/messages/schemas.ts';
import type { Conversation } from '../client.ts';
import { ComposerFooter } from '../messages/composer-footer.tsx';
import { focusComposer } from '../messages/focus-composer.ts';
import { runningAnswer, toTranscript, withLiveText, withSending } from '../messages/to-transcript.ts';
import { useAnswerActions } from '../messages/use-answer-actions.ts';
import { useLiveAnswer } from '../messages/use-live-answer.ts';
import { useModel } from '../messages/use-model.ts';
import { useRephrase } from '../messages/use-rephrase.ts';
import { useSend } from '../messages/use-send.ts';
import { ReceiptButton } from '../receipt/receipt-button.tsx';
import classes from './conversation.module.css';
import { nameOf } from './name-of.ts';
import { useStartOver } from './use-start-over.ts';

const ReceiptDrawer = lazyPart(() => import('../receipt/receipt-drawer.tsx'), 'ReceiptDrawer');

/** The messages of a conversation, what can be done with them, and where the next one is written. */
export function ConversationView({ conversation }: { conversation: Conversation }) {
  const { id } = conversation;
  const composer = useRef<HTMLDivElement>(null);
  const model = useModel();
  const live = useLiveAnswer(id, runningAnswer(conversation));
  const { onStop, ...actions } = useAnswerActions(conversation, composer);
  const { sending, send } = useSend(conversation);
  const rephrase = useRephrase(conversation, composer);
  const startOver = useStartOver(conversation);
  const [receipt, setReceipt] = useState({ of: '', opened: false });

  const stored = useMemo(() => toTranscript(conversation), [conversation]);
  const messages = useMemo(() => withSending(withLiveText(stored, live), sending), [stored, live, sending]);
  const renderExtras = useCallback(
    (message: TranscriptMessage) =>
      message.role === 'assistant' ? (
        <ReceiptButton onOpen={() => setReceipt({ of: message.id, opened: true })} />
      ) : null,
    [],
  );
  const stop = live ? () => onStop(live) : undefined;
  useShortcut({
    keys: 'escape',
    label: 'Stop the answer',
    run: () => stop?.(),
    whileTyping: true,
    enabled: !!live,
  });
  useShortcut({ keys: '/', label: 'Write a message', run: () => focusComposer(composer.current) });

  const answered = conversation.messages.find((message) => message.id === receipt.of);
  return (
    <>
      <ChatLayout
        transcript={
          <Transcript
            label={`Conversation: ${nameOf(conversation)}`}
            assistantName="Chidi"
            messages={messages}
            before={model?.offline && <Notice />}
            renderExtras={renderExtras}
            onEdit={rephrase.onEdit}
            onStartOver={startOver}
            {...actions}
          />
        }
        composer={
          <div ref={composer}>
            <Composer
              draftKey={`conversation:${id}`}
              label="Message to Chidi"
              placeholder="Ask Chidi"
              lengthMax={maxQuestionLength}
              streaming={live !== null}
              onStop={stop}
              autoFocus
              onSend={async (text, messageId) => {
                await send(text, messageId, rephrase.question);
                rephrase.onDone();
              }}
              footer={
                <ComposerFooter live={live} onCancelRephrasing={rephrase.question && rephrase.onCancel} />
              }
            />
          </div>
        }
      />
      {answered && (
        <Suspense>
          <ReceiptDrawer
            conversationId={id}
            message={answered}
            opened={receipt.opened}
            businessId={conversation.userContextId}
            onClose={() => setReceipt({ ...receipt, opened: false })}
          />
        </Suspense>
      )}
    </>
  );
}

function Notice() {
  return (
    <div className={classes.before}>
      <ModelNotice assistantName="Chidi" />
    </div>
  );
}
