import '@commons/ui/styles.css';
import { renderApp } from '@commons/ui';
import { client } from './client.ts';
import { Pages } from './pages.tsx';

renderApp({ name: 'boardofone', title: 'Board of One', client, children: <Pages /> });
