import type { Topic } from '../../companion/topic.ts';

/** Topics that everybody can talk about, in words of this project. Count `catalogueVersion` up with every change. */
export const catalogueTopics: readonly Topic[] = [
  {
    id: 'gardens',
    title: 'Gardens',
    keywords: ['garden', 'flower', 'rose', 'vegetable', 'allotment', 'greenhouse'],
    openers: ['I was thinking about gardens today.', 'A garden changes with every season.'],
    questions: [
      { text: 'Do you like flowers or vegetables better?', choices: ['Flowers', 'Vegetables'] },
      { text: 'Which is nicer, a wild garden or a tidy one?', choices: ['Wild', 'Tidy'] },
      { text: 'Would you rather plant something or sit and look?', choices: ['Plant', 'Sit and look'] },
      { text: 'Is spring or summer better in a garden?', choices: ['Spring', 'Summer'] },
    ],
  },
  {
    id: 'cooking',
    title: 'Cooking and baking',
    keywords: ['cook', 'bake', 'kitchen', 'recipe', 'bread', 'cake', 'soup', 'jollof'],
    openers: [
      'Something smells good in a kitchen when bread is baking.',
      'I would like to hear about cooking.',
    ],
    questions: [
      { text: 'Do you like sweet things or savoury things more?', choices: ['Sweet', 'Savoury'] },
      { text: 'Is it nicer to cook or to be cooked for?', choices: ['To cook', 'To be cooked for'] },
      { text: 'Soup or stew on a cold day?', choices: ['Soup', 'Stew'] },
      { text: 'Do you like to follow a recipe or go by feeling?', choices: ['A recipe', 'By feeling'] },
    ],
  },
  {
    id: 'music',
    title: 'Music and songs',
    keywords: ['music', 'song', 'sing', 'choir', 'piano', 'record', 'hymn', 'band'],
    openers: ['Music can bring a whole day back.', 'I have been thinking about songs.'],
    questions: [
      { text: 'Do you like singing or listening more?', choices: ['Singing', 'Listening'] },
      { text: 'Slow songs or lively ones?', choices: ['Slow', 'Lively'] },
      { text: 'Is a piano or a guitar the nicer sound?', choices: ['Piano', 'Guitar'] },
      { text: 'Would you like a happy song or a quiet one now?', choices: ['Happy', 'Quiet'] },
    ],
  },
  {
    id: 'dancing',
    title: 'Dancing',
    keywords: ['dance', 'ballroom', 'waltz', 'jive'],
    openers: ['Some evenings are made for dancing.', 'I like to imagine a dance hall full of people.'],
    questions: [
      { text: 'A waltz or something quick?', choices: ['A waltz', 'Something quick'] },
      { text: 'Is it nicer to dance or to watch?', choices: ['Dance', 'Watch'] },
      { text: 'Big band or a small group?', choices: ['Big band', 'Small group'] },
    ],
  },
  {
    id: 'work',
    title: 'Working life',
    keywords: ['work', 'job', 'nurse', 'teacher', 'factory', 'office', 'shop', 'hospital', 'farm'],
    openers: ['People learn so much in their work.', 'I would love to hear about working days.'],
    questions: [
      { text: 'Did you like early mornings or late evenings better?', choices: ['Mornings', 'Evenings'] },
      { text: 'Is it nicer to work with people or with your hands?', choices: ['People', 'Hands'] },
      { text: 'Was a tea break or going home the best part?', choices: ['Tea break', 'Going home'] },
    ],
  },
  {
    id: 'school',
    title: 'School days',
    keywords: ['school', 'classroom', 'lesson', 'playground'],
    openers: ['School days are full of small stories.', 'I was thinking of playgrounds and chalk.'],
    questions: [
      { text: 'Did you like numbers or words more?', choices: ['Numbers', 'Words'] },
      { text: 'Was the best part lessons or playtime?', choices: ['Lessons', 'Playtime'] },
      { text: 'Quiet at school or full of mischief?', choices: ['Quiet', 'Mischief'] },
    ],
  },
  {
    id: 'seaside',
    title: 'The seaside',
    keywords: ['sea', 'seaside', 'beach', 'sand', 'boat', 'harbour', 'shell'],
    openers: ['The sea sounds different every day.', 'I can almost hear the waves.'],
    questions: [
      { text: 'Paddling or sitting on the sand?', choices: ['Paddling', 'Sitting'] },
      { text: 'Ice cream or fish and chips?', choices: ['Ice cream', 'Fish and chips'] },
      { text: 'A calm sea or big waves?', choices: ['Calm', 'Big waves'] },
    ],
  },
  {
    id: 'animals',
    title: 'Animals',
    keywords: ['animal', 'dog', 'cat', 'bird', 'horse', 'hen', 'rabbit', 'pet'],
    openers: ['Animals can be very good company.', 'I was thinking about animals.'],
    questions: [
      { text: 'Do you like dogs or cats better?', choices: ['Dogs', 'Cats'] },
      { text: 'Birds singing or bees humming?', choices: ['Birds', 'Bees'] },
      { text: 'Big animals or small ones?', choices: ['Big', 'Small'] },
    ],
  },
  {
    id: 'travel',
    title: 'Journeys',
    keywords: ['travel', 'journey', 'train', 'holiday', 'abroad', 'ship', 'aeroplane'],
    openers: ['A journey begins before one leaves home.', 'I was thinking about journeys.'],
    questions: [
      { text: 'Train or ship?', choices: ['Train', 'Ship'] },
      { text: 'Mountains or sea?', choices: ['Mountains', 'Sea'] },
      { text: 'Is going away or coming home nicer?', choices: ['Going away', 'Coming home'] },
    ],
  },
  {
    id: 'home',
    title: 'Home and house',
    keywords: ['home', 'house', 'street', 'village', 'neighbour', 'fireplace'],
    openers: ['Every home has its own sounds.', 'I was thinking about what makes a home.'],
    questions: [
      { text: 'A busy house or a quiet one?', choices: ['Busy', 'Quiet'] },
      { text: 'Is the kitchen or the sitting room the heart of it?', choices: ['Kitchen', 'Sitting room'] },
      { text: 'Town or country?', choices: ['Town', 'Country'] },
    ],
  },
  {
    id: 'sewing',
    title: 'Sewing and knitting',
    keywords: ['sew', 'knit', 'crochet', 'dress', 'wool', 'needle', 'quilt'],
    openers: ['Hands that knit are never idle.', 'I was thinking about wool and thread.'],
    questions: [
      { text: 'Knitting or sewing?', choices: ['Knitting', 'Sewing'] },
      { text: 'Bright colours or soft ones?', choices: ['Bright', 'Soft'] },
      { text: 'Making something new or mending?', choices: ['Something new', 'Mending'] },
    ],
  },
  {
    id: 'sport',
    title: 'Sport and games',
    keywords: ['sport', 'football', 'cricket', 'tennis', 'swim', 'cards', 'chess', 'domino'],
    openers: ['A good game brings people together.', 'I was thinking about games.'],
    questions: [
      { text: 'Playing or watching?', choices: ['Playing', 'Watching'] },
      { text: 'Cards or a ball game?', choices: ['Cards', 'Ball game'] },
      { text: 'Winning or taking part?', choices: ['Winning', 'Taking part'] },
    ],
  },
  {
    id: 'faith',
    title: 'Faith and quiet moments',
    keywords: ['church', 'faith', 'pray', 'prayer', 'chapel', 'mosque', 'temple', 'psalm'],
    openers: ['Quiet moments can carry a whole day.', 'I was thinking about quiet moments.'],
    questions: [
      { text: 'Words or silence?', choices: ['Words', 'Silence'] },
      { text: 'Morning or evening for a quiet moment?', choices: ['Morning', 'Evening'] },
      { text: 'Bells or singing?', choices: ['Bells', 'Singing'] },
    ],
  },
  {
    id: 'weather',
    title: 'Seasons and weather',
    keywords: ['weather', 'season', 'rain', 'snow', 'autumn', 'sunshine'],
    openers: ['The light changes a little every day.', 'I like to look out of the window.'],
    questions: [
      { text: 'Sunshine or a good storm?', choices: ['Sunshine', 'A storm'] },
      { text: 'Autumn leaves or spring buds?', choices: ['Autumn leaves', 'Spring buds'] },
      { text: 'Snow outside or a warm fire inside?', choices: ['Snow', 'A warm fire'] },
    ],
  },
  {
    id: 'celebrations',
    title: 'Celebrations',
    keywords: ['birthday', 'wedding', 'christmas', 'festival', 'party', 'celebration'],
    openers: ['A table full of people is a fine thing.', 'I was thinking about celebrations.'],
    questions: [
      { text: 'A big party or a small one?', choices: ['Big', 'Small'] },
      { text: 'Is getting ready or the day itself nicer?', choices: ['Getting ready', 'The day itself'] },
      { text: 'Cake or dancing?', choices: ['Cake', 'Dancing'] },
    ],
  },
  {
    id: 'films',
    title: 'Films and stories',
    keywords: ['film', 'cinema', 'book', 'story', 'radio', 'theatre', 'read'],
    openers: ['A good story keeps one warm.', 'I was thinking about stories.'],
    questions: [
      { text: 'A film or a book?', choices: ['A film', 'A book'] },
      { text: 'Something funny or something moving?', choices: ['Funny', 'Moving'] },
      { text: 'The radio or the cinema?', choices: ['Radio', 'Cinema'] },
    ],
  },
];
