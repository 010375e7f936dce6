import { type ReactNode, useEffect, useRef } from 'react';
import { preloadMarkdown } from '../markdown/markdown.tsx';
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
  useEffect(preloadMarkdown, []);
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
