import { ChatLayout, Composer, ModelNotice, Transcript, useDraft, useShortcut } from '@commons/ui';
import { useRef } from 'react';
import { Link } from 'wouter';
import { maxQuestionLength } from '../../server/messages/schemas.ts';
import type { Business } from '../client.ts';
import { SampleQuestions } from '../contexts/sample-questions-list.tsx';
import { ComposerFooter } from '../messages/composer-footer.tsx';
import { focusComposer } from '../messages/focus-composer.ts';
import { withSending } from '../messages/to-transcript.ts';
import { useModel } from '../messages/use-model.ts';
import classes from './new-conversation.module.css';
import { newConversationDraft } from './new-conversation-draft.ts';
import { useStart } from './use-start.ts';

/** An empty conversation about one business: what can be asked, and the field to ask in. */
export function NewConversationView({ business }: { business: Business }) {
  const composer = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useDraft(newConversationDraft);
  const { sending, start } = useStart(business.id);
  const model = useModel();
  useShortcut({ keys: '/', label: 'Write a message', run: () => focusComposer(composer.current) });

  const take = (question: string) => {
    setDraft({ text: question });
    focusComposer(composer.current);
  };

  return (
    <ChatLayout
      transcript={
        sending ? (
          <Transcript label="New conversation" assistantName="Chidi" messages={withSending([], sending)} />
        ) : (
          <div className={classes.scroll}>
            <div className={classes.start}>
              <h1 className={classes.title}>
                What can I do for <span dir="auto">{business.name}</span>?
              </h1>
              <p className={classes.lead}>
                Chidi answers from <Link href={`/contexts/${business.id}`}>what you have told about it</Link>.
              </p>
              <SampleQuestions businessId={business.id} disabled={draft.text !== ''} onChoose={take} />
              {model?.offline && (
                <div className={classes.notice}>
                  <ModelNotice assistantName="Chidi" />
                </div>
              )}
            </div>
          </div>
        )
      }
      composer={
        <div ref={composer}>
          <Composer
            draftKey={newConversationDraft}
            label="Message to Chidi"
            placeholder="Ask Chidi"
            lengthMax={maxQuestionLength}
            autoFocus
            onSend={start}
            footer={<ComposerFooter live={null} />}
          />
        </div>
      }
    />
  );
}
