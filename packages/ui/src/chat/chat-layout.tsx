import { type ReactNode, useRef } from 'react';
import classes from './chat-layout.module.css';
import { ChatScrollContext } from './chat-scroll.ts';

/** The parts of a chat page. */
export interface ChatLayoutProps {
  transcript: ReactNode;
  composer: ReactNode;
  /** Stays above the scrolled messages. */
  header?: ReactNode;
}

/** Messages above, composer below, as tall as the screen; goes into `<Shell fill>`. */
export function ChatLayout({ transcript, composer, header }: ChatLayoutProps) {
  const jump = useRef(() => {});
  return (
    <ChatScrollContext value={jump}>
      <div className={classes.layout}>
        {header}
        {transcript}
        {composer}
      </div>
    </ChatScrollContext>
  );
}
