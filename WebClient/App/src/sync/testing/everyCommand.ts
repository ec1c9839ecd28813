import type { ClientCommand } from '../../wire';

const odd = 'æøå "quotes" \\ \n \u2028 <b>&amp;</b> 日本語 🎒';

/** One of every command, written as this browser writes them. */
export const everyCommand: readonly ClientCommand[] = [
  { type: 'renameBoard', title: odd },
  { type: 'writeBrief', brief: '' },
  { type: 'setVoteBudget', dots: 7 },
  { type: 'openSession' },
  { type: 'closeSession' },
  { type: 'addIdea', id: 'idea-00001', title: odd, body: '', colour: 'sun', x: -0.25, y: 1e6, group: '' },
  { type: 'retitleIdea', id: 'idea-00001', title: odd },
  { type: 'writeIdeaBody', id: 'idea-00001', body: odd },
  { type: 'recolourIdea', id: 'idea-00001', colour: 'paper' },
  {
    type: 'moveIdeas',
    moves: [
      { id: 'idea-00001', x: 1.5, y: -2 },
      { id: 'idea-00002', x: 0.01, y: 0 },
    ],
  },
  { type: 'reorderIdea', id: 'idea-00001', order: 1.0625 },
  { type: 'removeIdea', id: 'idea-00001' },
  { type: 'addGroup', id: 'group-0001', title: '', x: 0, y: 0, width: 40, height: 100000 },
  { type: 'retitleGroup', id: 'group-0001', title: odd },
  { type: 'moveGroup', id: 'group-0001', x: 10, y: 20 },
  { type: 'resizeGroup', id: 'group-0001', x: 10, y: 20, width: 300.5, height: 200 },
  { type: 'removeGroup', id: 'group-0001' },
  { type: 'groupIdeas', group: 'group-0001', ideas: ['idea-00001', 'idea-00002'] },
  { type: 'ungroupIdeas', ideas: ['idea-00001'] },
  { type: 'addConnector', id: 'line-00001', from: 'idea-00001', to: 'idea-00002', label: odd },
  { type: 'relabelConnector', id: 'line-00001', label: '' },
  { type: 'removeConnector', id: 'line-00001' },
  { type: 'addComment', id: 'talk-00001', idea: 'idea-00001', text: odd },
  { type: 'editComment', id: 'talk-00001', text: odd },
  { type: 'removeComment', id: 'talk-00001' },
  { type: 'addReaction', idea: 'idea-00001', reaction: 'heart' },
  { type: 'withdrawReaction', idea: 'idea-00001', reaction: 'question' },
  { type: 'castVote', idea: 'idea-00001', dots: 1 },
  { type: 'withdrawVote', idea: 'idea-00001', dots: 2 },
  { type: 'changeProfile', name: odd, colour: 'mint' },
  { type: 'assignRole', participant: 'person-0001', role: 'observer' },
  { type: 'removeParticipant', participant: 'person-0001' },
  {
    type: 'takeBack',
    parts: [
      {
        command: { type: 'retitleIdea', id: 'idea-00001', title: '' },
        left: [{ type: 'retitleIdea', id: 'idea-00001', title: odd }],
        hanging: -1,
      },
      { command: { type: 'restore', kind: 'idea', id: 'idea-00002' }, left: [], hanging: -1 },
    ],
  },
  { type: 'restore', kind: 'connector', id: 'line-00001' },
  { type: 'emptyBin', through: 12 },
  { type: 'markPoint', id: 'point-0001', name: odd },
  { type: 'removePoint', id: 'point-0001' },
];
