import '@commons/ui/styles.css';
import { renderApp } from '@commons/ui';
import { Chidi } from './chidi.tsx';
import { client } from './client.ts';

renderApp({ name: 'chidi', title: 'Chidi', client, children: <Chidi /> });
