import { addWords } from './t';

/** The words of boards in pages of other sites, and of letting them be shown there. */
export const embed = {
  'embed.open': 'Open in CoCreate',
  'embed.gone': 'This board is no longer shown here',
  'embed.goneText':
    'A host of the board has taken this view back, or its time is over. If this is your page, ask them for a new one.',
  'embed.away': 'The server cannot be reached. It is tried again by itself.',
  'embed.cut': 'Not up to date: the server cannot be reached',
  'embed.title': 'Show it in another page',
  'embed.text':
    'Whoever opens that page sees this board live: cards with their dots, groups, pictures and the step that runs. Names, comments, ballots and the code to join are not shown, and nobody can change anything there.',
  'embed.off':
    'Pages of other sites may not show boards of this server yet. Whoever runs it can allow some sites with the setting “{setting}”.',
  'embed.sites': 'Pages of these sites may show it: {sites}',
  'embed.make': 'Make the lines',
  'embed.again': 'Make new lines',
  'embed.making': 'Making them…',
  'embed.lines': 'Lines for your page',
  'embed.linesText': 'Put these lines where the board should be.',
  'embed.copy': 'Copy the lines',
  'embed.look': 'See how it looks',
  'embed.shown': 'Another page may show this board',
  'embed.until': 'until {when}',
  'embed.once': 'Lines are known only to the browser that made them. You can make new ones, or take these back.',
  'embed.takeBack': 'Take the lines back',
  'embed.taken': 'Taken back. Pages that showed the board do not show it any more.',
  'embed.failed': 'That did not work. Try again in a moment.',
} as const;

addWords(embed);
