const FIRST =
  'Bright Brave Calm Clever Curious Dashing Eager Gentle Golden Happy Honest Jolly Keen Kind Lively Lucky Merry Mighty Nimble Patient Playful Quick Quiet Sunny Swift Thoughtful Warm Wise Witty Bold';
const SECOND =
  'Badger Beaver Bison Crane Dolphin Falcon Ferret Finch Fox Gecko Hare Heron Ibis Kestrel Koala Lark Lemur Lynx Marten Moose Newt Otter Owl Panda Puffin Raven Robin Seal Swan Walrus';

/** A friendly name for somebody who has not said theirs. `random` gives numbers from 0 up to, not including, 1. */
export function suggestAlias(random: () => number = Math.random): string {
  const pick = (list: string): string => {
    const all = list.split(' ');
    return all[Math.floor(random() * all.length)] ?? '';
  };
  return `${pick(FIRST)} ${pick(SECOND)}`;
}
