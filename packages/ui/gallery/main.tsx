import '../src/styles.css';
import { renderApp } from '../src/app/render-app.tsx';
import { ChatPage } from './chat-page.tsx';
import { KitPage } from './kit-page.tsx';
import { SignInPages } from './sign-in-pages.tsx';

const pages = { kit: KitPage, chat: ChatPage, 'sign-in': SignInPages };

const query = new URLSearchParams(location.search);
const Page = pages[query.get('page') as keyof typeof pages] ?? KitPage;
document.documentElement.dir = query.get('dir') ?? 'ltr';

renderApp({ name: 'gateway', title: 'Gallery', children: <Page /> });
