import type { Model } from '../board/model/model';
import { newId } from '../sync';
import type { Colour, ProposalRecord, ProposedCluster } from '../wire';

/** A cluster as it is shown: with its sign, and those of its ideas that could still be grouped. */
export interface ShownCluster {
  readonly cluster: ProposedCluster;
  /** A to Z, then A2 and so on: what tells clusters apart without colour. */
  readonly letter: string;
  readonly colour: Colour;
  readonly ideas: readonly string[];
  readonly state: 'offered' | 'taken' | 'left';
}

const colours: readonly Colour[] = ['sky', 'peach', 'mint', 'rose', 'lilac', 'sun', 'lime', 'paper'];

/** Where a cluster's group and ideas are looked up. */
export interface Lookup {
  hasGroup(id: string): boolean;
  /** Whether an idea is on the board and in no group. */
  isLoose(id: string): boolean;
}

/** A proposal's clusters with their signs. What is taken counts as long as its group is there; an offer of which nothing is left is no offer. */
export function shownClusters(proposal: ProposalRecord, lookup: Lookup): readonly ShownCluster[] {
  return proposal.clusters.map((cluster, at) => {
    const taken = cluster.taken !== '' && lookup.hasGroup(cluster.taken);
    return {
      cluster,
      letter: letterOf(at),
      colour: colours[at % colours.length] ?? 'sky',
      ideas: cluster.ideas.filter((id) => lookup.isLoose(id)),
      state: taken ? 'taken' : cluster.left ? 'left' : 'offered',
    };
  });
}

function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${letter}${Math.floor(at / 26) + 1}`;
}

/** What the board says about ideas and groups now. */
export function lookupOf({ session: { records } }: Model): Lookup {
  return {
    hasGroup: (id) => records.get('group', id) !== undefined,
    isLoose: (id) => records.get('idea', id)?.group === '',
  };
}

/** Asks for groups, or shows those that are proposed already. */
export function askForGroups({ session, ui }: Model): void {
  if (session.records.ids('proposal').length === 0) {
    session.send({ type: 'proposeGroups', id: newId() });
  }
  ui.proposing.set(true);
}

/** Asks anew: what was proposed before is put away by it. */
export function askAgain({ session }: Model): void {
  session.send({ type: 'proposeGroups', id: newId() });
}

/** Makes a cluster a group, around where its first idea lies; the board finds room near there. */
export function take({ session }: Model, proposal: string, { cluster, ideas }: ShownCluster): void {
  const first = session.records.get('idea', ideas[0] ?? '');
  session.send({
    type: 'takeCluster',
    proposal,
    cluster: cluster.id,
    group: newId(),
    x: (first?.x ?? 0) - 28,
    y: (first?.y ?? 0) - 40,
  });
}

export function leave({ session }: Model, proposal: string, { cluster }: ShownCluster): void {
  session.send({ type: 'leaveCluster', proposal, cluster: cluster.id });
}

/** Puts the proposal away; groups made of it stay. */
export function drop({ session, ui }: Model, proposal: string): void {
  session.send({ type: 'dropProposal', id: proposal });
  ui.proposing.set(false);
}
