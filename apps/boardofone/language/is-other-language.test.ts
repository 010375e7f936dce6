import { describe, expect, it } from 'vitest';
import { demoDecisions } from '../db/demo/decisions.ts';
import { catalogue } from '../personas/catalogue.ts';
import { templates } from '../templates/templates.ts';
import { isOtherLanguage } from './is-other-language.ts';

describe('a text in another language', () => {
  it.each([
    'Sollen wir eine zweite Bäckerei in der Innenstadt eröffnen oder die alte erweitern?',
    'Faut-il ouvrir une deuxième boulangerie ou agrandir celle que nous avons ?',
    '¿Deberíamos abrir una segunda panadería o ampliar la que tenemos?',
    'Dobbiamo aprire un secondo forno in centro o ingrandire quello che abbiamo?',
    'Devemos abrir a segunda padaria no centro do bairro ou esperar pelas férias?',
    'Moeten we een tweede bakkerij openen of de huidige uitbreiden?',
    'Ska vi öppna ett andra bageri i stan eller bygga ut det vi har?',
    'Czy mamy otworzyć drugą piekarnię, czy do tego rozbudować obecną?',
    'Pitäisikö meidän avata toinen leipomo vai laajentaa nykyistä?',
    'İkinci bir fırın mı açmalıyız, yoksa elimizdekini mi büyütmeliyiz?',
    '我们应该提高面包的价格还是关店',
  ])('is told from English: %s', (text) => {
    expect(isOtherLanguage(text)).toBe(true);
  });

  const english = [
    ...catalogue.map(({ systemPrompt }) => systemPrompt),
    ...demoDecisions.map(({ problem }) => problem),
    ...templates.map(({ problem }) => problem),
    'Hire a cook or a baker now?',
    'Shall we take the lease that the Bäckerei Müller GmbH offers?',
  ];
  it.each(english)('is not seen in English: %s', (text) => {
    expect(isOtherLanguage(text)).toBe(false);
  });

  it.each(['', 'Football!', 'Zweite Bäckerei?'])('is not seen where too little is said: “%s”', (text) => {
    expect(isOtherLanguage(text)).toBe(false);
  });
});
